import type { Entry, Where } from "../schedule/calendar.ts";
import { SAY_GAPS } from "../schedule/saying/say.ts";
import { patternOf } from "../schedule/slots.ts";
import type { Community } from "../shared/community.ts";
import { ConfigError } from "../shared/errors.ts";
import type { Hours } from "../shared/work-calendar.ts";
import type { AtLine } from "./read-entry.ts";

/** The longest text that somebody reads on a phone without unfolding it. */
const LONGEST = 130;

/** Refuses an entry that would speak at night, to nobody, of nobody, or badly. Throws ConfigError with file and line. */
export function checkEntry(entry: Entry, at: AtLine, waking: Hours, community: Community): void {
  checkTimes(entry, at, waking);
  checkRooms(entry.rooms, () => at("rooms"), community);
  if (entry.does === "meeting") checkRooms(entry.invite, () => at("invite"), community);
  if (entry.does === "say" && entry.text !== undefined) checkText(entry.text, () => at("text"));
  if (entry.does === "duty" && typeof entry.stations !== "string") {
    const named = entry.stations.flatMap((station) => ("weekdays" in station ? station.weekdays.flat() : station.rotation));
    const unknown = named.find((name) => !community.people.some((person) => person.name === name));
    if (unknown !== undefined)
      throw new ConfigError(at("stations"), `"${unknown}" is nobody in the community file; add them there`);
  }
}

/** Nothing is due in quiet hours: it would be said in the morning, in a crowd. */
function checkTimes(entry: Entry, at: AtLine, [wakes, sleeps]: Hours): void {
  const ahead = entry.does === "say" || entry.does === "meeting" ? entry.ahead : undefined;
  const earlier = ahead?.unit === "h" ? ahead.count * 60 : 0;
  const { times } = patternOf(entry);
  for (const [hour, minute] of times) {
    const said = (((hour * 60 + minute - earlier) % 1440) + 1440) % 1440;
    if (said >= wakes && said < sleeps) continue;
    const clock = (minutes: number): string => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
    throw new ConfigError(
      at("when" in entry ? "when" : "cron"),
      `"${entry.name}" would be said at ${clock(said)}, when people sleep; choose a time from ${clock(wakes)} to ${clock(sleeps)}`,
    );
  }
}

function checkRooms(rooms: readonly Where[], at: () => string, community: Community): void {
  for (const room of rooms) {
    if (typeof room === "string" || community.rooms.some(({ topic }) => topic === room.topic)) continue;
    throw new ConfigError(
      at(),
      `there is no group "${room.topic}"; write residents, staff, units, volunteers or a group's topic`,
    );
  }
}

function checkText(text: string, at: () => string): void {
  if (text.length > LONGEST)
    throw new ConfigError(at(), `has ${text.length} characters; nobody reads more than ${LONGEST} in a group`);
  if (/:\n|:$/.test(text)) throw new ConfigError(at(), 'has ":" before a line\'s end, where WeChat cuts; write ：');
  for (const [, gap = ""] of text.matchAll(/\{(\w*)\}/g)) {
    if (!SAY_GAPS.some((one) => one === gap)) throw new ConfigError(at(), `{${gap}} is no gap; there are ${SAY_GAPS.join(", ")}`);
  }
}
