import { type Instant, MINUTE } from "../../shared/instant.ts";
import { afterPaused } from "../../shared/limits.ts";
import { after } from "../../shared/work-calendar.ts";
import type { Command } from "../command.ts";
import type { Desk } from "../desk.ts";
import type { Facts } from "../ticket.ts";
import type { Flow } from "./flow.ts";

/** What the limits of a ticket hang on. */
export type Counted = Pick<Facts, "urgency" | "level" | "openedAt" | "since" | "pauses" | "extraDays">;

/** The promises of a ticket's class, counted from when it opened or last went back to work; pauses do not count. */
export function stamp(desk: Desk, flow: Flow, facts: Counted, now: Instant): Facts["dues"] {
  const { pauses = [], extraDays } = facts;
  // Somebody who reports at 11:30 is promised as if it were 11:30, not the eight seconds later at which they had finished.
  const since = Math.floor((facts.since ?? facts.openedAt) / MINUTE) * MINUTE;
  const limit = flow.limits[facts.urgency];
  const end = (span: typeof limit.act): Instant => afterPaused(desk.calendar, since, span, pauses, now);
  const act = end(limit.act);
  return {
    respond: end(limit.respond),
    act: extraDays === undefined ? act : after(desk.calendar, act, { count: extraDays, unit: "wd" }),
    ...ladderOf(desk, flow, facts.level, since),
  };
}

/** How long this level and all levels together have, where levels are a ladder (D7: seven days in three parts). */
export function ladderOf(desk: Desk, { ladder }: Flow, level: Facts["level"], from: Instant): Facts["dues"] {
  if (ladder === undefined) return {};
  const steps = [ladder.grid, ladder.community, ladder.joint];
  const upTo = (count: number): Instant => steps.slice(0, count).reduce((at, span) => after(desk.calendar, at, span), from);
  return { level: upTo({ grid: 1, community: 2, joint: 3 }[level]), total: upTo(steps.length) };
}

/** So many working days may be added in all: a year. */
const LONGEST = 250;

/** The working days added in all, when `days` more are asked for, or as many as lead to `at`: counted from the limit, or from now when that has passed. */
export function extended(desk: Desk, flow: Flow, facts: Facts, { days, at }: Pick<Command, "days" | "at">, now: Instant): number {
  const from = Math.max(facts.dues["act"] ?? now, now);
  const wanted = days === undefined && at !== undefined ? at : after(desk.calendar, from, { count: days ?? 1, unit: "wd" });
  let extraDays = (facts.extraDays ?? 0) + (days ?? 0);
  while (extraDays < LONGEST && (stamp(desk, flow, { ...facts, extraDays }, now)["act"] ?? wanted) < wanted) extraDays++;
  return extraDays;
}
