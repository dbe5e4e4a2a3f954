import type { Span } from "../shared/work-calendar.ts";

/** What to do when a slot falls on a public holiday. */
export type OnHoliday = "before" | "skip" | "keep";

/** A rule that repeats: a cron pattern in the community's own zone. */
export type Rule = { readonly cron: string; readonly holiday: OnHoliday };

/** Something the bot says by the calendar. */
export type Entry = Rule & {
  readonly name: string;
  readonly does: "weeklyAnnouncement";
  /** After downtime it is still said within this; later it is left out and logged. */
  readonly grace: Span;
};

/** Something that happens in the community, for people to know. */
export type Activity = Rule & { readonly title: string };

export type Calendar = { readonly entries: readonly Entry[]; readonly activities: readonly Activity[] };
