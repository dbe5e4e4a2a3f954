import type { RoomKind } from "../shared/community.ts";
import type { Span } from "../shared/work-calendar.ts";
import type { DeliberationRules } from "./vote/rules.ts";

/** How the community announces, meets and decides: read from `flows/deliberation.yaml`. */
export type CouncilRules = {
  readonly notice: {
    /** How long before what it tells of a notice is said once more. */
    readonly remind: Span;
    /** When that would be too early in the day: the evening before, minutes after midnight. */
    readonly evening: number;
    /** How long after posting the sender hears which groups have it. */
    readonly receipt: Span;
    /** How long a draft waits for 确认. */
    readonly draft: Span;
  };
  readonly meeting: {
    /** How long before it people are reminded. */
    readonly dayBefore: Span;
    readonly hourBefore: Span;
    /** How long before and after its beginning 签到 counts. */
    readonly checkIn: { readonly before: Span; readonly after: Span };
    /** How long after its beginning the convener is asked for what was decided. */
    readonly askMinutes: Span;
    /** Over this share of those entitled must be there, and over it of those present agree (DOMAIN: Meetings). */
    readonly quorum: number;
    /** How long decisions are public. */
    readonly public: Span;
    /** In which groups a kind of meeting is announced, where the order names none. */
    readonly rooms: { readonly [kind: string]: readonly RoomKind[] };
    /** Who is asked to which kind of meeting (D1: six parties). */
    readonly parties: { readonly [kind: string]: readonly string[] };
  };
  /** How households decide together (E4). */
  readonly deliberation: DeliberationRules;
  readonly survey: {
    /** How long answers are counted, where the order names no day. */
    readonly asking: Span;
    /** Items whose mean is below this are proposed for the next council (1 to 5). */
    readonly low: number;
  };
  readonly round: {
    /** When whoever has not answered is asked once more, and when a round is over. */
    readonly nudge: Span;
    readonly over: Span;
  };
};
