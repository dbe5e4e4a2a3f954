import { type House, loadHouse } from "../load-house.ts";
import { readSpending } from "../load-triage.ts";
import { openMemory } from "../memory.ts";
import { word } from "../outbox/word.ts";
import { weeklyAnnouncement } from "../schedule/announce.ts";
import { ratesOf, unitsOf } from "../schedule/rates.ts";
import { clustersOf } from "../schedule/recurring.ts";
import { slotBefore } from "../schedule/slots.ts";
import { ConfigError } from "../shared/errors.ts";
import { DAY, type Instant } from "../shared/instant.ts";
import { placeText } from "../shared/place.ts";
import { createFigures } from "../store/figures.ts";
import { fill } from "../tickets/saying/wording.ts";
import type { Ticket } from "../tickets/ticket.ts";
import type { Given, XiaogeCommand } from "./command.ts";
import { withDatabase } from "./with-database.ts";

/**
 * `report week [--date D]`: each group's announcement for the week that D is in, as it would be said, and what keeps coming back, for the staff.
 * `report triage [--date D]`: how the readings of the thirty days up to D stood up to what people did with them.
 */
export const reportCommand: XiaogeCommand = {
  run: (given) => {
    const [period, option, date] = given.arguments;
    if (period !== "week" && period !== "triage")
      throw new ConfigError("report", `knows "week" and "triage"${period === undefined ? "; say which" : `, not "${period}"`}`);
    if (option !== undefined && (option !== "--date" || date === undefined))
      throw new ConfigError(option, "is not right; write --date 2026-11-21");
    if (date !== undefined && !isDay(date)) throw new ConfigError("--date", `"${date}" is not a day; write 2026-11-21`);
    const house = loadHouse({ community: given.config.COMMUNITY_FILE, calendar: given.config.CALENDAR_FILE });
    const day = date ?? house.desk.calendar.zone.day(Date.now());
    return period === "week" ? reportWeek(given, house, day) : reportTriage(given, house, day);
  },
};

function reportWeek({ config, write }: Given, house: House, day: string): Promise<number> {
  const { zone } = house.desk.calendar;
  const entry = house.calendar.entries.find(({ does }) => does === "weeklyAnnouncement");
  if (entry === undefined) throw new ConfigError(config.CALENDAR_FILE, "has no entry that does weeklyAnnouncement");
  const morning = zone.instant(day, 0, 0);
  const end = slotBefore(entry, house.desk.calendar, morning + 8 * DAY) ?? morning;
  const start = slotBefore(entry, house.desk.calendar, end) ?? end - 7 * DAY;
  return withDatabase(config, async (database) => {
    const figures = createFigures(database);
    for (const { topic, kind } of house.desk.community.rooms) {
      if (kind !== "residents") continue;
      const sentence = weeklyAnnouncement(house, entry, topic, await figures.week(topic, start, end), start, end);
      write(`〔${topic}〕\n${word(house.wordings, zone, [{ ...sentence, id: 0, attempts: 0 }], end)}\n\n`);
    }
    const { recurring } = house.calendar;
    const clusters = clustersOf(await figures.opened(end - recurring.days * DAY, end), recurring);
    for (const { category, place, numbers } of clusters) {
      const values = { place: placeText(place), category, days: recurring.days, count: numbers.length };
      write(`${sayFrom(house, "review.recurring", { ...values, numbers: numbers.map((number) => `#${number}`).join(" ") })}\n`);
    }
    writeRates(house, write, await figures.closed(start, end));
    for (const one of unitsOf(await figures.called(start, end))) {
      const minutes = one.minutes === undefined ? "—" : `${Math.round(one.minutes)}分钟`;
      write(`${sayFrom(house, "review.unit", { ...one, minutes })}\n`);
    }
    return 0;
  });
}

/** The three rates on both bases, each with what it was counted over (DOMAIN: Three rates). */
function writeRates(house: House, write: Given["write"], tickets: readonly Ticket[]): void {
  const { all, left } = ratesOf(tickets, house.calendar.rates);
  for (const [name, rates] of [
    ["review.rates", all],
    ["review.ratesLeft", left],
  ] as const) {
    if (name === "review.ratesLeft" && left.count === all.count) continue;
    const { count, responded, resolved, satisfied, basically, satisfaction, score } = rates;
    const values = {
      count,
      out: all.count - left.count,
      responded: `${shareOf(responded, count)}（${responded}/${count}）`,
      resolved: `${shareOf(resolved, count)}（${resolved}/${count}）`,
      satisfied:
        satisfaction === undefined
          ? "—"
          : `${(100 * satisfaction).toFixed(1)}%（满意${satisfied}、基本满意${basically}/${count}）`,
      score: score === undefined ? "—" : score.toFixed(1),
    };
    write(`${sayFrom(house, name, values)}\n`);
  }
}

/** Days that `report triage` looks back. */
const LOOKED_BACK = 30;

function reportTriage({ config, write }: Given, house: House, day: string): Promise<number> {
  const { zone } = house.desk.calendar;
  const to: Instant = zone.instant(day, 24, 0);
  return withDatabase(config, async (database) => {
    const { asked, unasked } = await createFigures(database).triage(to - LOOKED_BACK * DAY, to);
    const answered = asked.filed + asked.dismissed;
    const right = unasked.filed - unasked.sentBack;
    write(
      `${sayFrom(house, "triage.asked", { days: LOOKED_BACK, ...asked, share: shareOf(asked.filed, answered), answered })}\n`,
    );
    write(`${sayFrom(house, "triage.unasked", { ...unasked, share: shareOf(right, unasked.filed), right })}\n`);

    const { memory, close } = await openMemory(config, database, Date.now);
    const spent = await readSpending(config, house.desk.community, memory, Date.now).ofDay(day);
    write(`${sayFrom(house, "triage.model", spent)}\n`);
    await close();
    return 0;
  });
}

/** A share always with its denominator beside it; none is no share (DOMAIN: Three rates). */
function shareOf(part: number, whole: number): string {
  return whole === 0 ? "—" : `${((100 * part) / whole).toFixed(1)}%`;
}

function sayFrom({ wordings }: House, name: string, values: Parameters<typeof fill>[1]): string {
  return fill(wordings.get(name)?.text ?? "", values);
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
}
