import type { Instant } from "../../shared/instant.ts";
import type { Effect } from "../deciding/decide.ts";
import type { Audience, Flow } from "../flow/flow.ts";
import type { Matter } from "../register.ts";
import type { Ticket, TicketEvent } from "../ticket.ts";
import { addressees } from "./address.ts";
import type { Composing } from "./composing.ts";
import { gaps } from "./gaps.ts";
import { inTheOpen } from "./in-the-open.ts";
import type { Address, Sentence } from "./sentence.ts";
import { type Fill, fill, type Wording, type Wordings } from "./wording.ts";

/** Turns the effects of one decision into sentences: to whom, in which group or in private, with what filled in. Pure. */
export function compose(
  context: Composing,
  matter: Matter,
  event: TicketEvent,
  effects: readonly Effect[],
  now: Instant,
): readonly Sentence[] {
  return effects.flatMap((effect) => sentences(context, matter, event, effect, effects, now));
}

function sentences(
  context: Composing,
  matter: Matter,
  event: TicketEvent,
  effect: Effect,
  effects: readonly Effect[],
  now: Instant,
): readonly Sentence[] {
  const { ticket } = matter;
  const wording = context.wordings.get(effect.wording);
  if (wording === undefined) return [];
  const due = promiseOf(context.flow, ticket);
  const forResident = wording.for === "resident";
  return addressees(context, ticket, effect.to, wording)
    .filter(({ id }) => !isToldAnyway(context, effect, effects, id))
    .map(({ id, to }) => ({
      key: `${ticket.number}:${event.type}:${event.at}:${effect.wording}:${id}`,
      to,
      wording: effect.wording,
      fill: gaps(context, forResident ? inTheOpen(to, matter) : matter, event, effect, wording),
      ...(due === undefined ? {} : { promise: due }),
      ticket: ticket.number,
      purpose: wording.purpose,
      urgent: isUrgent(ticket, wording, to, effect.to),
      toReporter: forResident && ticket.reporters[0]?.id === id,
      dueAt: now,
    }));
}

/** Whoever gave an order hears that it was done; that they did it need not be told them again. */
function isToldAnyway({ speaker }: Composing, { to }: Effect, effects: readonly Effect[], reader: string): boolean {
  const isStaffs = to === "handler" || to === "firstHandler" || to === "secretary";
  return isStaffs && reader === speaker?.id && effects.some((other) => other.to === "speaker");
}

/**
 * What of a danger may be said in quiet hours: to staff and units all but ordinary reminders (those that call begin with 【急】), and the
 * acknowledgement of a danger to somebody who is awake and has just told of it in private, or joined it. Nothing else.
 */
function isUrgent(ticket: Ticket, { for: reads, purpose, text }: Wording, to: Address, audience: Audience): boolean {
  if (ticket.urgency !== "danger" && ticket.kind !== "hazard") return false;
  return reads === "resident"
    ? purpose === "acknowledge" && (ticket.room === undefined || audience === "joiner") && "person" in to
    : purpose !== "remind" || text.startsWith("【急");
}

/** The end of the clock that a ticket's state promises to people. */
export function promiseOf(flow: Flow, ticket: Ticket): Instant | undefined {
  const clock = flow.states[ticket.stage]?.promise;
  return clock === undefined ? undefined : ticket.dues[clock];
}

/**
 * When a ticket counts as overdue: at the end of what is promised, and no later than its whole time on the ladder of levels.
 * A quarrel that is older than that is late, however soon people are promised the next answer; so is what the level below never answered. Undefined where
 * nothing is promised.
 */
export function dueOf(flow: Flow, ticket: Ticket): Instant | undefined {
  const promised = promiseOf(flow, ticket);
  if (promised === undefined) return undefined;
  const missed = flow.states[ticket.stage]?.promise === "respond" ? ticket.dues["missed"] : undefined;
  return Math.min(promised, ticket.dues["total"] ?? promised, missed ?? promised);
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
