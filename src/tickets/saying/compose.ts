import type { Instant } from "../../shared/instant.ts";
import type { Effect } from "../deciding/decide.ts";
import type { Flow } from "../flow/flow.ts";
import type { Matter } from "../register.ts";
import type { Ticket, TicketEvent } from "../ticket.ts";
import { addressees } from "./address.ts";
import type { Composing } from "./composing.ts";
import { gaps } from "./gaps.ts";
import type { Address, Sentence } from "./sentence.ts";
import { type Fill, fill, type Wordings } from "./wording.ts";

/** Turns the effects of one decision into sentences: to whom, in which group or in private, with what filled in. Pure. */
export function compose(
  context: Composing,
  matter: Matter,
  event: TicketEvent,
  effects: readonly Effect[],
  now: Instant,
): readonly Sentence[] {
  return effects.flatMap((effect) => sentences(context, matter, event, effect, now));
}

function sentences(context: Composing, matter: Matter, event: TicketEvent, effect: Effect, now: Instant): readonly Sentence[] {
  const { ticket } = matter;
  const wording = context.wordings.get(effect.wording);
  if (wording === undefined) return [];
  const due = promiseOf(context.flow, ticket);
  const forResident = wording.for === "resident";
  return addressees(context, ticket, effect.to, wording).map(({ id, to }) => ({
    key: `${ticket.number}:${event.type}:${event.at}:${effect.wording}:${id}`,
    to,
    wording: effect.wording,
    fill: gaps(context, matter, event, effect, wording),
    ...(due === undefined ? {} : { promise: due }),
    ticket: ticket.number,
    purpose: wording.purpose,
    urgent: (wording.for === "staff" || wording.for === "unit") && (ticket.urgency === "danger" || ticket.kind === "hazard"),
    toReporter: forResident && ticket.reporters[0]?.id === id,
    dueAt: now,
  }));
}

/** The end of the clock that a ticket's state promises to people. */
export function promiseOf(flow: Flow, ticket: Ticket): Instant | undefined {
  const clock = flow.states[ticket.stage]?.promise;
  return clock === undefined ? undefined : ticket.dues[clock];
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
