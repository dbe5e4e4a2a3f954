import type { Instant, When } from "../shared/instant.ts";
import type { Base, Clocks, Resolution } from "./base.ts";
import type { Standing } from "./chain/fold-chain.ts";
import type { Project } from "./consent/project.ts";
import type { Vote } from "./vote/vote.ts";

/** What the council deals with besides tickets. Each has a number of its own, said as 【通知5】, so that a reply finds it. */
export const AFFAIR_KINDS = ["notice", "meeting", "vote", "project", "survey", "round"] as const;
export type AffairKind = (typeof AFFAIR_KINDS)[number];

export type { Base, Clocks, Resolution } from "./base.ts";

/** What a notice says, and when what it tells of happens. */
export type NoticeText = { readonly body: string; readonly when?: When };

/** Something the secretary tells residents (issue: notices by chat). */
export type Notice = Base &
  NoticeText & {
    readonly kind: "notice";
    readonly stage: "draft" | "posted" | "cancelled" | "dropped";
    /** How often it has been posted: 1, and one more for each correction. */
    readonly edition: number;
    /** A correction that waits for 确认. */
    readonly correction?: NoticeText;
  };

/** One point of an agenda, with the ticket it is about. */
export type Topic = { readonly text: string; readonly ticket?: number };

/** Who will come: one person, a household, or several on one line. */
export type SignUp = { readonly id: string; readonly name: string; readonly people: number; readonly at: Instant };

/** A meeting: from the invitation to the public posting of what it decided (A4, A7, B4, B5, D1, E8). */
export type Meeting = Base & {
  readonly kind: "meeting";
  readonly stage: "draft" | "called" | "held" | "public" | "done" | "cancelled" | "dropped";
  readonly title: string;
  readonly at: Instant;
  /** Another time and another place that wait for 确认 before the groups hear of them. */
  readonly moving?: Instant;
  readonly movingTo?: string;
  readonly venue?: string;
  readonly topics: readonly Topic[];
  /** Units and bodies asked to come. */
  readonly invited: readonly string[];
  readonly signUps: readonly SignUp[];
  /** The 接龙 as it stands in each group. */
  readonly chains: { readonly [room: string]: Standing };
  /** People who are there, by our own id. */
  readonly present: readonly { readonly id: string; readonly name: string }[];
  /** How many are entitled, and how many came, as the convener said. */
  readonly entitled?: number;
  readonly came?: number;
  readonly minutes: readonly string[];
  readonly resolutions: readonly Resolution[];
  readonly objections: number;
};

/** Short cards in private: what people think of a service, item by item (D5, C10). */
export type Survey = Base & {
  readonly kind: "survey";
  readonly stage: "draft" | "asking" | "counted" | "done" | "dropped";
  readonly title: string;
  readonly items: readonly string[];
  /** Only people of this estate; undefined: everybody whom we can write to. */
  readonly estate?: string;
  readonly until: Instant;
  /** Our own ids of those who were sent a card. */
  readonly asked: readonly string[];
  /** One answer each, the latest: a mark for every item, and perhaps why. */
  readonly answers: { readonly [person: string]: { readonly marks: readonly number[]; readonly why?: string } };
};

/** One patrol round: who should walk it, and who has said that they did (E9). */
export type Round = Base & {
  readonly kind: "round";
  readonly stage: "asking" | "done";
  readonly title: string;
  /** Names in community.yaml. */
  readonly people: readonly string[];
  readonly done: readonly { readonly name: string; readonly at: Instant }[];
};

export type Affair = Notice | Meeting | Vote | Project | Survey | Round;

/** When an affair next goes on by itself. */
export function dueOf({ clocks }: Base): Instant | undefined {
  const all = Object.values(clocks);
  return all.length === 0 ? undefined : Math.min(...all);
}

/** Whether anything can still be done about it. */
export function isOver({ stage }: Affair): boolean {
  return stage === "cancelled" || stage === "dropped" || stage === "done";
}

/** The affair with one more thing that happened. */
export function happened<A extends Affair>(affair: A, type: string, by: string, at: Instant, text?: string): A {
  return { ...affair, history: [...affair.history, { type, at, by, ...(text === undefined ? {} : { text }) }] };
}

/** The clocks without those of these names. */
export function without(clocks: Clocks, ...names: readonly string[]): Clocks {
  return Object.fromEntries(Object.entries(clocks).filter(([name]) => !names.includes(name)));
}
