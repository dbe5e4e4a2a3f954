import { DAY, HOUR, type Instant, MINUTE } from "./instant.ts";

/** A wall-clock reading in the community's own zone. `month` is 1–12, `weekday` 1 (Monday) to 7 (Sunday). */
export type Local = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly weekday: number;
};

/** A day without a time, `2026-09-27`. */
export type Day = string;

/** Reads and builds local times of one IANA zone; the machine's own zone never counts (DESIGN: TZ is ignored). */
export type Zone = {
  readonly local: (at: Instant) => Local;
  readonly instant: (day: Day, hour: number, minute: number, second?: number) => Instant;
  readonly day: (at: Instant) => Day;
  /** ISO with the zone's offset: `2026-09-14T19:00:00+08:00`. */
  readonly iso: (at: Instant) => string;
};

const zones = new Map<string, Zone>();

/** The zone of that IANA name; throws RangeError when there is none. */
export function zoneOf(name: string): Zone {
  const known = zones.get(name);
  if (known !== undefined) return known;

  const zone = makeZone(name);
  zones.set(name, zone);
  return zone;
}

function makeZone(name: string): Zone {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: name,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const offsets = new Map<number, number>();

  /** Offsets change at whole quarter hours everywhere, so one look per quarter is enough. */
  const offset = (at: Instant): number => {
    const quarter = Math.floor(at / (15 * MINUTE));
    const known = offsets.get(quarter);
    if (known !== undefined) return known;

    const start = quarter * 15 * MINUTE;
    const part = Object.fromEntries(format.formatToParts(start).map(({ type, value }) => [type, Number(value)]));
    const asUtc = Date.UTC(
      part["year"] ?? 0,
      (part["month"] ?? 1) - 1,
      part["day"],
      part["hour"],
      part["minute"],
      part["second"],
    );
    const found = asUtc - start;
    if (offsets.size > 5_000) offsets.clear();
    offsets.set(quarter, found);
    return found;
  };
  const local = (at: Instant): Local => {
    const wall = new Date(at + offset(at));
    return {
      year: wall.getUTCFullYear(),
      month: wall.getUTCMonth() + 1,
      day: wall.getUTCDate(),
      hour: wall.getUTCHours(),
      minute: wall.getUTCMinutes(),
      second: wall.getUTCSeconds(),
      weekday: wall.getUTCDay() === 0 ? 7 : wall.getUTCDay(),
    };
  };
  return {
    local,
    instant: (day, hour, minute, second = 0) => {
      const wall = Date.parse(`${day}T00:00:00Z`) + hour * HOUR + minute * MINUTE + second * 1000;
      const guess = wall - offset(wall);
      return wall - offset(guess);
    },
    day: (at) => new Date(at + offset(at)).toISOString().slice(0, 10),
    iso: (at) => {
      const shift = offset(at);
      const minutes = Math.abs(Math.round(shift / MINUTE));
      const sign = shift < 0 ? "-" : "+";
      const pad = (value: number): string => String(value).padStart(2, "0");
      return `${new Date(at + shift).toISOString().slice(0, 19)}${sign}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
    },
  };
}

/** The day so many days later (or earlier). */
export function plusDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY).toISOString().slice(0, 10);
}

/** All days from the first to the last, both counted; none when the last is before the first. */
export function daysBetween(first: Day, last: Day): readonly Day[] {
  const count = Math.round((Date.parse(`${last}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / DAY) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => plusDays(first, index));
}

/** 1 (Monday) to 7 (Sunday). */
export function weekdayOf(day: Day): number {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 ? 7 : weekday;
}
