import { DAY, HOUR } from "../../shared/instant.ts";
import { placeText } from "../../shared/place.ts";
import type { Rates, UnitFigures } from "../rates.ts";
import type { PeriodFigures } from "./period.ts";
import type { Risk } from "./risks.ts";
import type { Reader } from "./tally.ts";
import { line, type Speech, shareOf } from "./words.ts";

/** One thing to look at, with its reason. */
export function riskLine(speech: Speech, risk: Risk, reader: Reader, days: number): string {
  const say = (values: Parameters<typeof line>[2], name: string = risk.why): string => line(speech, `review.${name}`, values);
  const listed = (numbers: readonly number[]): string => numbers.map((number) => `#${number}`).join(" ");
  switch (risk.why) {
    case "recurring": {
      const { category, place, numbers } = risk.cluster;
      return say({ place: placeText(place), category, days, count: numbers.length, numbers: listed(numbers) });
    }
    case "disputes":
      return reader === "secretary"
        ? say({ count: risk.count, numbers: listed(risk.numbers) }, "disputesPrivate")
        : say({ count: risk.count });
    case "dangerLate": {
      const { late, ...rest } = risk;
      const isLong = late >= 2 * DAY;
      const count = Math.max(1, Math.floor(late / (isLong ? DAY : HOUR)));
      return say({ ...rest, count }, isLong ? "dangerLateDays" : "dangerLate");
    }
    case "lowMark":
    case "crowded":
      return say(risk);
  }
}

/** The three rates on both bases, each with what it was counted over (DOMAIN: Three rates). */
export function rateLines(speech: Speech, { all, left }: PeriodFigures["rates"]): readonly string[] {
  const values = ({ count, responded, resolved, satisfied, basically, satisfaction, score }: Rates) => ({
    count,
    out: all.count - left.count,
    responded: `${shareOf(responded, count)}（${responded}/${count}）`,
    resolved: `${shareOf(resolved, count)}（${resolved}/${count}）`,
    satisfied:
      satisfaction === undefined
        ? line(speech, "table.unset")
        : line(speech, "review.satisfied", { share: (100 * satisfaction).toFixed(1), satisfied, basically, count }),
    score: score === undefined ? "—" : score.toFixed(1),
  });
  const first = line(speech, "review.rates", values(all));
  return left.count === all.count ? [first] : [first, line(speech, "review.ratesLeft", values(left))];
}

/** How a unit answered (D10). */
export function unitLine(speech: Speech, figures: UnitFigures): string {
  const { minutes } = figures;
  const said =
    minutes === undefined ? line(speech, "table.unset") : line(speech, "review.minutes", { minutes: Math.round(minutes) });
  return line(speech, "review.unit", { ...figures, minutes: said });
}

/** The five counts (C10); what nobody keeps is no number. */
export function fiveLine(speech: Speech, { five }: PeriodFigures): string {
  const unset = line(speech, "table.unset");
  return line(speech, "review.five", { ...five, teams: five.teams ?? unset, volunteers: five.volunteers ?? unset });
}
