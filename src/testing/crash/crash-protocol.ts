/** How long the bot waits for more of a report, in milliseconds. */
export const CRASH_QUIET = 60;

/** One line that somebody says; without a room it is said to the bot in private. */
export type CrashLine = { readonly id: string; readonly who: string; readonly room?: string; readonly text: string };

/** A sentence of the bot, as WeChat showed it: `to` is a room's topic or `dm:<alias>`. */
export type CrashSaid = { readonly to: string; readonly text: string };

/** What the parent asks of the bot's process. */
export type CrashOrder = { readonly type: "hear"; readonly line: CrashLine } | { readonly type: "finish" };

/** What the bot's process tells. `heard`: the line is on disk, so it counts as handed over. */
export type CrashReport =
  | { readonly type: "ready" }
  | { readonly type: "heard"; readonly id: string }
  | { readonly type: "unheard"; readonly id: string; readonly why: string }
  | { readonly type: "said"; readonly said: CrashSaid }
  | { readonly type: "trouble"; readonly event: string; readonly why: string }
  | { readonly type: "finished" };
