import type { RoomKind } from "../shared/community.ts";
import type { Span } from "../shared/work-calendar.ts";
import type { Day } from "../shared/zone.ts";

/** What to do when a slot falls on a public holiday: the working day before or after it, leave it out, or never mind. */
export type OnHoliday = "before" | "after" | "skip" | "keep";

/** A rule that repeats, in the community's own zone: a cron pattern, or a phrase (schedule/rule/phrase.ts); `from` anchors 每两周. */
export type Rule = { readonly holiday: OnHoliday } & ({ readonly cron: string } | { readonly when: string; readonly from?: Day });

/** What is said when, of a meeting or an activity: so long before its own time. */
export type Ahead = { readonly count: number; readonly unit: "d" | "h" };

/** One of a rota of short tips, with the law, rule or season that it comes from; `months`: only then, and once a year. */
export type Tip = { readonly text: string; readonly source: string; readonly months?: readonly number[] };

/**
 * Who is on duty at one place. `weekdays`: always the same on a weekday, Monday first; `rotation`: they take turns by the day.
 * Names as in community.yaml.
 */
export type Station = { readonly name: string } & (
  | { readonly weekdays: readonly (readonly string[])[] }
  | { readonly rotation: readonly string[] }
);

/** What an entry says or does when it is due. */
export type Doing =
  | { readonly does: "say"; readonly text?: string; readonly title?: string; readonly activity: boolean; readonly ahead?: Ahead }
  | { readonly does: "tips"; readonly tips: readonly Tip[] }
  | {
      readonly does: "duty";
      readonly covers: "day" | "week" | "holiday";
      /** `community`: staff take turns; `estates`: at each estate the workers of its grids. */
      readonly stations: "community" | "estates" | readonly Station[];
    }
  | { readonly does: "round"; readonly text: string }
  | {
      readonly does: "meeting";
      readonly title: string;
      readonly ahead: Ahead;
      readonly agenda: readonly string[];
      /** The groups that are invited; they are those of `rooms` unless they are named. */
      readonly invite: readonly Where[];
      readonly place?: string;
    }
  | { readonly does: "weeklyAnnouncement" }
  | { readonly does: "weeklyReview" | "monthlyAnalysis" | "yearlyReport" };

/** Groups of a kind, or one by its topic. */
export type Where = RoomKind | { readonly topic: string };

/** Something that happens by the calendar. */
export type Entry = Rule &
  Doing & {
    readonly name: string;
    readonly rooms: readonly Where[];
    /** After downtime it is still said within this; later it is left out and logged. */
    readonly grace: Span;
    /** Whoever must agree before it is said. */
    readonly approves?: "secretary";
  };

/** An entry that does one thing. */
export type EntryOf<Does extends Doing["does"]> = Extract<Entry, { readonly does: Does }>;

/** Something that happens in the community, for people to know: the entries that are activities. */
export type Activity = Rule & { readonly title: string };

export type Calendar = { readonly entries: readonly Entry[]; readonly activities: readonly Activity[] };
