import type { Room } from "../shared/community.ts";
import type { Instant } from "../shared/instant.ts";
import { placeText } from "../shared/place.ts";
import type { Effect } from "./decide.ts";
import { aliasOf, type Desk, secretaryOf } from "./desk.ts";
import type { Flow } from "./flow.ts";
import type { Matter } from "./register.ts";
import type { Address, Sentence } from "./sentence.ts";
import type { PersonRef, Ticket, TicketEvent } from "./ticket.ts";
import { type Fill, fill, type Wordings } from "./wording.ts";

/** What composing needs besides the decision. */
export type Composing = {
  readonly desk: Desk;
  readonly flow: Flow;
  readonly wordings: Wordings;
  /** Whether we may write to this person in private. */
  readonly reachable: (person: PersonRef) => boolean;
  /** Whoever gave the order. */
  readonly speaker?: PersonRef;
  /** The resident's words, where a sentence to staff quotes them. */
  readonly words?: string;
};

/** Turns the effects of one decision into sentences: to whom, in which group or in private, with what filled in. Pure. */
export function compose(
  context: Composing,
  matter: Matter,
  event: TicketEvent,
  effects: readonly Effect[],
  now: Instant,
): readonly Sentence[] {
  return effects.flatMap((effect) =>
    readers(context, matter.ticket, effect).map((reader) => sentence(context, matter, event, effect, reader, now)),
  );
}

function readers({ desk, speaker }: Composing, ticket: Ticket, { to }: Effect): readonly PersonRef[] {
  switch (to) {
    case "reporter":
      return ticket.reporters.slice(0, 1);
    case "asked":
      return [...ticket.reporters, ...ticket.supporters];
    case "handler":
      return [staffRef(desk, ticket.handler)];
    case "speaker":
      return [speaker ?? staffRef(desk, ticket.handler)];
    case "secretary":
      return [staffRef(desk, secretaryOf(desk))];
  }
}

/** A member of staff by name; the id is ours and does not change with the account. */
export function staffRef(desk: Desk, name: string): PersonRef {
  return { id: `staff:${name}`, alias: aliasOf(desk, name) };
}

function sentence(
  context: Composing,
  matter: Matter,
  event: TicketEvent,
  effect: Effect,
  reader: PersonRef,
  now: Instant,
): Sentence {
  const { ticket } = matter;
  const wording = context.wordings.get(effect.wording);
  const forStaff = wording?.for === "staff";
  const due = promiseOf(context.flow, ticket);
  const isReporter = ticket.reporters[0]?.id === reader.id;
  return {
    key: `${ticket.number}:${event.type}:${event.at}:${effect.wording}:${reader.id}`,
    to: forStaff
      ? toStaff(context.desk, ticket, reader)
      : toResident(context, ticket, reader, wording?.purpose === "acknowledge"),
    wording: effect.wording,
    fill: gaps(context, matter, event, effect),
    ...(due === undefined ? {} : { promise: due }),
    ticket: ticket.number,
    purpose: wording?.purpose ?? "notify",
    urgent: forStaff && (ticket.urgency === "danger" || ticket.kind === "hazard"),
    toReporter: !forStaff && isReporter,
    dueAt: now,
  };
}

/** The end of the clock that a ticket's state promises to people. */
export function promiseOf(flow: Flow, ticket: Ticket): Instant | undefined {
  const clock = flow.states[ticket.stage]?.promise;
  return clock === undefined ? undefined : ticket.dues[clock];
}

/** The values for a ticket's sentences. */
function gaps({ desk, wordings, words }: Composing, { ticket, summary }: Matter, event: TicketEvent, effect: Effect): Fill {
  const forStaff = wordings.get(effect.wording)?.for === "staff";
  return {
    number: ticket.number,
    what: forStaff ? `${withPlace(ticket, summary)}${dayMeant(desk, ticket)}` : summary,
    handler: aliasOf(desk, ticket.handler),
    reporter: ticket.kind === "dispute" && !forStaff ? "" : (ticket.reporters[0]?.alias ?? ""),
    by: event.by,
    text: cut(effect.text || ticket.result || (wordings.get("seePhoto")?.text ?? ""), 120),
    words: cut(words ?? summary, 60),
    step: ticket.step,
  };
}

/** Staff need to know where; the summary may not say, or only in part. */
function withPlace({ place }: Ticket, summary: string): string {
  const { building, spot } = place;
  const named = building !== undefined && new RegExp(`(?<!\\d)${building}(?:号|栋|幢|座|-)`).test(summary);
  const { building: _building, unit: _unit, room: _room, ...rest } = place;
  const { spot: _spot, estate: _estate, ...where } = { ...(named ? rest : place), estate: undefined };
  const unsaid = spot === undefined || summary.includes(spot) ? where : { ...where, spot };
  const text = placeText(unsaid);
  return text === "" ? summary : `${text} ${summary}`;
}

/** `昨天` in a summary is another day by the time somebody reads it: the day is said when it is not the one of the report. */
function dayMeant({ calendar: { zone } }: Desk, { when, openedAt }: Ticket): string {
  if (when === undefined || zone.day(when.from) === zone.day(openedAt)) return "";
  const { month, day } = zone.local(when.from);
  return `（${month}月${day}日）`;
}

function cut(text: string, most: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > most ? `${line.slice(0, most)}…` : line;
}

/**
 * A resident reads the acknowledgement in the group where they spoke, once, and everything later in private; in the group again only
 * when we cannot write to them (CHANNEL: one bot sentence per matter in the group). Of a dispute nothing is ever said in a group.
 */
function toResident({ reachable }: Composing, ticket: Ticket, reader: PersonRef, isFirst: boolean): Address {
  const group = ticket.kind === "dispute" ? undefined : ticket.room;
  if (group === undefined || (!isFirst && reachable(reader))) return { person: reader };
  return { room: group, mention: reader };
}

/** Staff read in their grid's room, with the one meant mentioned; of disputes, and where there is no such room, in private. */
function toStaff(desk: Desk, ticket: Ticket, reader: PersonRef): Address {
  const room = ticket.kind === "dispute" ? undefined : staffRoom(desk.community.rooms, ticket.grid);
  return room === undefined ? { person: reader } : { room: room.topic, mention: reader };
}

/** The staff room of a grid, else the one for everybody. */
export function staffRoom(rooms: readonly Room[], grid: string | undefined): Room | undefined {
  const staff = rooms.filter(({ kind }) => kind === "staff");
  return (
    staff.find((room) => room.grid !== undefined && room.grid === grid) ??
    staff.find((room) => room.grid === undefined) ??
    staff[0]
  );
}

/** An answer to one person that is not about a decision: a list, a question, a refusal. `to` is where they asked. */
export function answer(
  wordings: Wordings,
  key: string,
  to: Address,
  name: string,
  values: Fill,
  now: Instant,
  ticket?: Ticket,
  promise?: Instant,
): Sentence {
  return {
    key,
    to,
    wording: name,
    fill: values,
    ...(promise === undefined ? {} : { promise }),
    ...(ticket === undefined ? {} : { ticket: ticket.number }),
    purpose: wordings.get(name)?.purpose ?? "answer",
    urgent: false,
    dueAt: now,
  };
}

/** Some tickets as a list, one a line. */
export function listed(wordings: Wordings, matters: readonly Matter[], item: string): string {
  const text = wordings.get(item)?.text ?? "";
  return matters.map(({ ticket, summary }) => fill(text, { number: ticket.number, what: summary, step: ticket.step })).join("\n");
}
