import type { Instant } from "../shared/instant.ts";
import { after } from "../shared/work-calendar.ts";
import { aliasOf, type Desk, secretaryOf } from "../tickets/desk.ts";
import { staffRef } from "../tickets/saying/address.ts";
import type { Address, Sentence } from "../tickets/saying/sentence.ts";
import type { Fill, Wordings } from "../tickets/saying/wording.ts";
import type { Actor, PersonRef } from "../tickets/ticket.ts";
import type { Affair } from "./affair.ts";
import type { Chain } from "./chain/read-chain.ts";
import type { CouncilRules } from "./rules.ts";
import type { ReadAhead } from "./words/times.ts";

/** What deciding about affairs looks up: who is who, which words, which rules. Plain data and pure functions. */
export type Chamber = {
  readonly desk: Desk;
  readonly wordings: Wordings;
  readonly rules: CouncilRules;
  readonly readAhead: ReadAhead;
};

/** What one decision comes to: the affair as it then is, and what is said. */
export type Decided<A extends Affair = Affair> = {
  readonly affair: A;
  readonly say: readonly Sentence[];
  /** Sentences that are no longer true and wait are taken back: of this affair, and of these names. */
  readonly unsay?: readonly string[];
  /** Sentences of these names that could not be said are tried once more. */
  readonly again?: readonly string[];
  /** Sentences of these names that were said are emptied of their words: they were residents' and are kept no longer. */
  readonly forget?: readonly string[];
  /** What is to be done about tickets, once this is kept. */
  readonly toDo?: readonly ToDo[];
};

/** What a decision asks for: a ticket of its own, something about one that is there, or (`agenda`) a point for the next council. */
export type ToDo = { readonly text: string; readonly ticket?: number; readonly agenda?: boolean };

/** An order that is not carried out; `wording` says why. */
export type Refused = { readonly refused: string; readonly fill?: Fill };

/** One order about one affair. */
export type AffairOrder = {
  readonly verb: string;
  readonly by: Actor;
  readonly text: string;
  /** Where it was said: it is answered there. */
  readonly to: Address;
  /** The line's own number: the same line is answered once. */
  readonly row: number;
  /** The group it was said in; undefined: in private. */
  readonly room?: string;
  /** For `chain`: the list as it was posted again. */
  readonly chain?: Chain;
};

/** What every affair begins with: a draft of whoever ordered it, which waits so long for 确认. */
export function newDraft({ desk, rules }: Chamber, number: number, { by, to }: AffairOrder, now: Instant) {
  return {
    number,
    stage: "draft" as const,
    by: by.name ?? "",
    openedAt: now,
    clocks: { forgotten: after(desk.calendar, now, rules.notice.draft) },
    history: [],
    rooms: [],
    ...("room" in to ? { origin: to.room } : {}),
  };
}

/** The beginning of the keys of an affair's sentences of one name; the same key is the same sentence. */
export function keyOf({ kind, number }: Pick<Affair, "kind" | "number">, name: string): string {
  return `${kind}:${number}:${name}:`;
}

/** The same sentence for several groups. */
export function toRooms(
  on: Chamber,
  affair: Affair,
  name: string,
  rooms: readonly string[],
  wording: string,
  fill: Fill,
  now: Instant,
  promise?: Instant,
): readonly Sentence[] {
  return rooms.map((room) =>
    sentence(on, `${keyOf(affair, name)}${room}`, { room }, wording, { number: affair.number, ...fill }, now, promise),
  );
}

/** A sentence to whoever answers for the affair: in the staff's group where they ordered it, else in private. */
export function toKeeper(
  on: Chamber,
  affair: Affair,
  name: string,
  keeper: string,
  wording: string,
  fill: Fill,
  now: Instant,
  promise?: Instant,
): Sentence {
  const person = staffRef(on.desk, keeper);
  const to: Address = affair.origin === undefined || keeper !== affair.by ? { person } : { room: affair.origin, mention: person };
  return sentence(on, `${keyOf(affair, name)}${person.id}`, to, wording, { number: affair.number, ...fill }, now, promise);
}

/** A sentence to one person in private, whoever gave the order and wherever. */
export function toPerson(
  on: Chamber,
  affair: Affair,
  name: string,
  { id, alias }: PersonRef,
  wording: string,
  fill: Fill,
  now: Instant,
  promise?: Instant,
): Sentence {
  const to: Address = { person: { id, alias } };
  return sentence(on, `${keyOf(affair, name)}${id}`, to, wording, { number: affair.number, ...fill }, now, promise);
}

/** A draft is shown to whoever may let it out: to the secretary who ordered it, else to the secretary in private, and its author hears so. */
export function shownTo(on: Chamber, affair: Affair, order: AffairOrder, shown: Fill, now: Instant, promise?: Instant) {
  const { kind, number } = affair;
  if (order.by.roles.includes("secretary")) return [toSpeaker(on, order, `${kind}.preview`, shown, now, promise)];
  const secretary = secretaryOf(on.desk);
  return [
    toKeeper(on, affair, `approve${now}`, secretary, `${kind}.approve`, { ...shown, from: order.by.alias }, now, promise),
    toSpeaker(on, order, `${kind}.sent`, { number, secretary: aliasOf(on.desk, secretary) }, now),
  ];
}

/** An answer to the line that gave the order. */
export function toSpeaker(
  on: Chamber,
  { to, row }: Pick<AffairOrder, "to" | "row">,
  wording: string,
  fill: Fill,
  now: Instant,
  promise?: Instant,
): Sentence {
  return sentence(on, `council:${row}:${wording}`, to, wording, fill, now, promise);
}

function sentence(
  { wordings }: Chamber,
  key: string,
  to: Address,
  wording: string,
  fill: Fill,
  now: Instant,
  promise: Instant | undefined,
): Sentence {
  return {
    key,
    to,
    wording,
    fill,
    ...(promise === undefined ? {} : { promise }),
    purpose: wordings.get(wording)?.purpose ?? "notify",
    urgent: false,
    dueAt: now,
  };
}
