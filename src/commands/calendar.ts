import { loadHouse } from "../load-house.ts";
import { previewLines } from "../schedule/preview.ts";
import { sayDay } from "../schedule/say-day.ts";
import { ConfigError } from "../shared/errors.ts";
import { type Day, plusDays } from "../shared/zone.ts";
import { fill } from "../tickets/saying/wording.ts";
import type { XiaogeCommand } from "./command.ts";

/** Days that are shown when no end is named. */
const DAYS = 7;
/** Whoever asks for more has mistyped a year. */
const MOST = 800;

/** `calendar [--from D] [--to D]`: everything that the calendar will say on these days, both counted; the next seven by default. */
export const calendarCommand: XiaogeCommand = {
  run: async ({ arguments: words, config, write }) => {
    const asked = readDays(words);
    const house = loadHouse({ community: config.COMMUNITY_FILE, calendar: config.CALENDAR_FILE });
    const { zone } = house.desk.calendar;
    const from = asked.from ?? (asked.to === undefined ? zone.day(Date.now()) : plusDays(asked.to, 1 - DAYS));
    const to = asked.to ?? plusDays(from, DAYS - 1);
    if (to < from) throw new ConfigError("--to", `${to} is before ${from}; change one of them`);
    if (plusDays(from, MOST) < to) throw new ConfigError("--to", `${to} is more than ${MOST} days after ${from}; look at less`);

    const lines = previewLines(house, house.calendar, zone.instant(from, 0, 0) - 1, zone.instant(plusDays(to, 1), 0, 0) - 1);
    const empty = fill(house.wordings.get("preview.empty")?.text ?? "", { from: sayDay(from), to: sayDay(to) });
    write(`${(lines.length === 0 ? [empty] : lines).join("\n")}\n`);
    return 0;
  },
};

function readDays(words: readonly string[]): { readonly from?: Day; readonly to?: Day } {
  const days: { from?: Day; to?: Day } = {};
  for (let index = 0; index < words.length; index += 2) {
    const [option = "", day] = words.slice(index);
    if (option !== "--from" && option !== "--to")
      throw new ConfigError(option, "is not right; write --from 2026-09-21 --to 2026-10-08");
    if (day === undefined || !isDay(day)) throw new ConfigError(option, `"${day ?? ""}" is not a day; write 2026-09-21`);
    days[option === "--from" ? "from" : "to"] = day;
  }
  return days;
}

function isDay(text: string): boolean {
  return (
    /^(19|20)\d{2}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)
  );
}
