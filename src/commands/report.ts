import { loadHouse } from "../load-house.ts";
import { word } from "../outbox/word.ts";
import { weeklyAnnouncement } from "../schedule/announce.ts";
import { slotBefore } from "../schedule/slots.ts";
import { ConfigError } from "../shared/errors.ts";
import { DAY } from "../shared/instant.ts";
import { createFigures } from "../store/figures.ts";
import type { XiaogeCommand } from "./command.ts";
import { withDatabase } from "./with-database.ts";

/** `report week [--date D]`: each group's announcement for the week that D is in, as it would be said; figures up to now when the week is not over. */
export const reportCommand: XiaogeCommand = {
  run: ({ arguments: [period, option, date], config, write }) => {
    if (period !== "week") throw new ConfigError("report", `knows "week"; "${period ?? ""}" comes with a later version`);
    if (option !== undefined && (option !== "--date" || date === undefined))
      throw new ConfigError(option, "is not right; write --date 2026-11-21");
    const house = loadHouse({ community: config.COMMUNITY_FILE, calendar: config.CALENDAR_FILE });
    const { zone } = house.desk.calendar;
    if (date !== undefined && !isDay(date)) throw new ConfigError("--date", `"${date}" is not a day; write 2026-11-21`);

    const day = date ?? zone.day(Date.now());
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
      return 0;
    });
  },
};

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
}
