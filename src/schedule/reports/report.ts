import type { PeriodFigures } from "./period.ts";
import { fiveLine, rateLines, riskLine, unitLine } from "./report-lines.ts";
import type { Period, Report, Section } from "./report-shape.ts";
import { aboutSection, flowSection, overdueSection, trendSection } from "./sections.ts";
import type { Reader } from "./tally.ts";
import { lastDay, line, type Speech, sayDate } from "./words.ts";

/** Words a period's figures for the staff. Of disputes they read a count; the secretary also the numbers. `days`: how far back clusters were looked for. */
export function reportOf(speech: Speech, period: Period, figures: PeriodFigures, reader: Reader, days: number): Report {
  const { zone } = speech.desk.calendar;
  const section = (name: string, lines: readonly string[]): Section => ({
    name: line(speech, `section.${name}`),
    lines,
    tables: [],
  });
  const risks = figures.risks.map((risk, index) => `${index + 1}. ${riskLine(speech, risk, reader, days)}`);
  const units = figures.responses.map((one) => unitLine(speech, one));
  return {
    period,
    community: speech.desk.community.name,
    title: line(speech, `report.${period}`),
    from: sayDate(zone, figures.from),
    to: lastDay(zone, figures.to),
    sections: [
      flowSection(speech, figures),
      aboutSection(speech, figures),
      trendSection(speech, period, figures),
      overdueSection(speech, figures),
      section("risks", risks.length === 0 ? [line(speech, "review.calm")] : risks),
      section("rates", rateLines(speech, figures.rates)),
      ...(units.length === 0 ? [] : [section("units", units)]),
      section("five", [fiveLine(speech, figures)]),
    ],
  };
}

/** WeChat folds a long message; what is left out is in the document. */
const LONGEST = 1_300;
/** Lines of one section that people still read on a phone. */
const MOST = 8;

/** The report as it is said in a chat, without its title. */
export function linesOf(speech: Speech, { sections }: Report): string {
  const all = sections.flatMap(({ name, lines }) => {
    const more = lines.length > MOST ? [line(speech, "review.more", { count: lines.length - MOST })] : [];
    return lines.length > 1 ? [`◆ ${name}`, ...lines.slice(0, MOST), ...more] : lines;
  });
  const kept: string[] = [];
  for (const one of all) {
    if (kept.join("\n").length + one.length > LONGEST) return [...kept, line(speech, "report.cut")].join("\n");
    kept.push(one);
  }
  return kept.join("\n");
}
