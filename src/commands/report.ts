import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { paintPoster } from "../ledger/paint.ts";
import { writeReportDocx } from "../ledger/report-docx.ts";
import { type House, loadHouse } from "../load-house.ts";
import { readSpending } from "../load-triage.ts";
import { openMemory } from "../memory.ts";
import { word } from "../outbox/word.ts";
import { weeklyAnnouncement } from "../schedule/announce.ts";
import { createReports, type Made } from "../schedule/reports/create-reports.ts";
import { type Poster, weekPoster } from "../schedule/reports/poster.ts";
import { PERIODS, type Period } from "../schedule/reports/report-shape.ts";
import { calendarSpan, upTo, weekSpan } from "../schedule/reports/spans.ts";
import { shareOf } from "../schedule/reports/words.ts";
import { slotBefore } from "../schedule/slots.ts";
import { ConfigError } from "../shared/errors.ts";
import { DAY, type Instant } from "../shared/instant.ts";
import { createFigures } from "../store/figures.ts";
import type { Sentence } from "../tickets/saying/sentence.ts";
import { fill } from "../tickets/saying/wording.ts";
import type { Given, XiaogeCommand } from "./command.ts";
import { isDay } from "./options.ts";
import { withDatabase } from "./with-database.ts";

/**
 * `report week|month|year [--date D] [--out DIR]`: the report of the week, month or year that D is in, as it is said; the week also with
 * each group's announcement. With `--out` the documents and pictures are written there.
 * `report triage [--date D]`: how the readings of the thirty days up to D stood up to what people did with them.
 */
export const reportCommand: XiaogeCommand = {
  run: (given) => {
    const { what, date, out } = readOptions(given.arguments);
    const house = loadHouse({ community: given.config.COMMUNITY_FILE, calendar: given.config.CALENDAR_FILE });
    const day = date ?? house.desk.calendar.zone.day(Date.now());
    return what === "triage" ? reportTriage(given, house, day) : reportPeriod(given, house, what, day, out);
  },
};

const KNOWN = [...PERIODS, "triage"] as const;

function readOptions([name, ...rest]: readonly string[]): {
  readonly what: Period | "triage";
  readonly date?: string;
  readonly out?: string;
} {
  const what = KNOWN.find((one) => one === name);
  if (what === undefined)
    throw new ConfigError("report", `knows ${KNOWN.join(", ")}${name === undefined ? "; say which" : `, not "${name}"`}`);
  const given: { date?: string; out?: string } = {};
  for (let index = 0; index < rest.length; index += 2) {
    const [option = "", value] = rest.slice(index);
    if (value === undefined || (option !== "--date" && option !== "--out"))
      throw new ConfigError(option, "is not right; write --date 2026-11-21 or --out FOLDER");
    if (option === "--date" && !isDay(value)) throw new ConfigError("--date", `"${value}" is not a day; write 2026-11-21`);
    given[option === "--date" ? "date" : "out"] = value;
  }
  return { what, ...given };
}

function reportPeriod(
  { config, write }: Given,
  house: House,
  period: Period,
  day: string,
  out: string | undefined,
): Promise<number> {
  const { zone } = house.desk.calendar;
  const morning = zone.instant(day, 0, 0);
  const keep = async (name: string, bytes: Promise<Uint8Array>): Promise<void> => {
    if (out === undefined) return;
    mkdirSync(out, { recursive: true });
    writeFileSync(join(out, name), await bytes);
    write(`→ ${join(out, name)}\n`);
  };
  return withDatabase(config, async (database) => {
    const figures = createFigures(database);
    const reports = createReports({ ...house, figures, picture: async () => "" });
    const show = (sentence: Sentence, at: Instant): void =>
      write(`${word(house.wordings, zone, [{ ...sentence, id: 0, attempts: 0 }], at)}\n`);
    const week = period === "week" ? weekOf(house, config.CALENDAR_FILE, morning) : undefined;
    for (const { topic, kind } of week === undefined ? [] : house.desk.community.rooms) {
      if (kind !== "residents" || week === undefined) continue;
      const { from, to } = week;
      const told = await figures.week(topic, from, to);
      write(`〔${topic}〕\n`);
      show(weeklyAnnouncement(house, { name: "report" }, topic, told, from, to), to);
      if (out !== undefined) await keep(`${period}-${day}-${topic}.png`, paintPoster(weekPoster(house, topic, told, from, to)));
      write("\n");
    }
    const span = week ?? calendarSpan(zone, period === "year" ? "year" : "month", morning, Date.now());
    const made = await reports.make(period, span, "staff");
    for (const sentence of (await made.sentences("report", { room: "" }, span.to)).slice(0, 1)) show(sentence, span.to);
    if (out !== undefined) await writeFiles(made, made.poster, (ending, bytes) => keep(`${period}-${day}${ending}`, bytes));
    return 0;
  });
}

async function writeFiles(
  { report }: Made,
  poster: Poster,
  keep: (ending: string, bytes: Promise<Uint8Array>) => Promise<void>,
): Promise<void> {
  const picture = await paintPoster(poster);
  await keep(".png", Promise.resolve(picture));
  await keep(".docx", writeReportDocx(report, picture));
}

/** The week that ends with the next announcement after a day has begun. */
function weekOf(house: House, file: string, morning: Instant) {
  const entry = house.calendar.entries.find(({ does }) => does === "weeklyAnnouncement");
  if (entry === undefined) throw new ConfigError(file, "has no entry that does weeklyAnnouncement");
  const end = slotBefore(entry, house.desk.calendar, morning + 8 * DAY) ?? morning;
  return upTo(Date.now(), weekSpan(slotBefore(entry, house.desk.calendar, end) ?? end - 7 * DAY, end));
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

function sayFrom({ wordings }: House, name: string, values: Parameters<typeof fill>[1]): string {
  return fill(wordings.get(name)?.text ?? "", values);
}
