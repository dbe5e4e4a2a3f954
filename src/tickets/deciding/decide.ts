import { type AnyStateMachine, transition } from "xstate";
import type { Instant } from "../../shared/instant.ts";
import type { Command, Opening, Verb } from "../command.ts";
import { type Desk, firstDesk } from "../desk.ts";
import type { Context } from "../flow/context.ts";
import type { Audience, Flow, Say } from "../flow/flow.ts";
import { guards } from "../flow/guards.ts";
import { compile, REMINDING_CLOCKS } from "../flow/machine.ts";
import { stamp } from "../flow/stamp.ts";
import { evolve, type Facts, type Ticket, type TicketEvent } from "../ticket.ts";
import { openingTo, putRight } from "./put-right.ts";
import { type Refusal, refusal } from "./refuse.ts";

/** A flow ready to decide with. */
export type Desked = { readonly flow: Flow; readonly machine: AnyStateMachine; readonly desk: Desk };

/** Puts a checked flow on a desk. */
export function atDesk(flow: Flow, desk: Desk): Desked {
  return { flow, machine: compile(flow, desk), desk };
}

/** A sentence to be said about the ticket as it is after the decision. */
export type Effect = { readonly to: Audience; readonly wording: string; readonly text?: string };

export type Timer = { readonly name: string; readonly at: Instant };

export type Decided = {
  readonly ticket: Ticket;
  readonly events: readonly TicketEvent[];
  readonly effects: readonly Effect[];
  readonly timers: { readonly set: readonly Timer[]; readonly cancel: readonly string[] };
};

export type Decision = Decided | Refusal;

/** A report becomes ticket `number`: the first event, the first sentences and the first clocks. */
export function open(on: Desked, number: number, opening: Opening, now: Instant): Decided {
  const { flow, desk } = on;
  const { reading, reporter, home, room } = opening;
  const stage = startOf(flow, opening);
  const { handler, ...where } = firstDesk(desk, reading.kind, reading.place, home, opening.concerns);
  const set: Omit<Facts, "number"> = {
    kind: reading.kind,
    category: reading.category,
    urgency: reading.urgency,
    place: reading.place,
    ...where,
    handler,
    firstHandler: handler,
    ...(room === undefined ? {} : { room }),
    ...(opening.result === undefined ? {} : { result: opening.result }),
    ...(opening.source === undefined ? {} : { source: opening.source }),
    reporters: [reporter],
    supporters: [],
    flow: `${flow.name}@${flow.version}`,
    stage,
    step: stepOf(flow, stage),
    openedAt: now,
    ...(reading.when === undefined ? {} : { when: reading.when }),
    dues: stamp(desk, flow, { urgency: reading.urgency, level: where.level, openedAt: now }, now),
  };
  const outcome = flow.states[stage]?.outcome;
  const closed = outcome === undefined ? {} : { closed: { outcome } };
  const event: TicketEvent = { type: "opened", at: now, by: reporter.alias, set: { ...set, ...closed } };
  const ticket = evolve(undefined, number, event);
  const asks = guards(desk);
  const effects = (flow.states[stage]?.opening ?? [])
    .filter((say) => say.if === undefined || asks[say.if]({ context: { now, facts: ticket } }))
    .map(({ to, wording }) => ({ to, wording }));
  return { ticket, events: [event], effects, timers: { set: clocksOf(on, ticket, now), cancel: [] } };
}

/** A doubtful reading begins with a question, an answered one at its end, and what its finder has put right needs nobody. */
function startOf(flow: Flow, { reading, answered, onSpot }: Opening): string {
  if (answered === true && flow.answered !== undefined) return flow.answered;
  if (onSpot === true && flow.onSpot !== undefined) return flow.onSpot;
  return reading.sure ? flow.initial : flow.unsure;
}

/** What one order does to a ticket, or why it does nothing. Roles are checked here. */
export function decide(on: Desked, ticket: Ticket, command: Command, now: Instant): Decision {
  const refused = refusal(on.desk, ticket, command, now);
  if (refused !== undefined) return { refused };

  return move(on, ticket, command.verb, { now, facts: ticket, command }) ?? { refused: "notNow" };
}

/** What a clock's end does to a ticket; undefined when the ticket has moved on and the clock means nothing any more. */
export function ring(on: Desked, ticket: Ticket, timer: string, now: Instant): Decided | undefined {
  return move(on, ticket, timer, { now, facts: ticket });
}

/** One step of the statechart: snapshot in, snapshot and actions out. */
function move(on: Desked, ticket: Ticket, type: string, context: Context): Decided | undefined {
  const snapshot = on.machine.resolveState({ value: ticket.stage, context } as never);
  const [next, actions] = transition(on.machine, snapshot, { type }) as unknown as [
    { readonly value: string; readonly context: Context },
    readonly { readonly type: string; readonly params?: unknown }[],
  ];
  const of = <T>(kind: string): T[] => actions.filter((action) => action.type === kind).map(({ params }) => params as T);
  const [record] = of<{ event: string }>("record");
  if (record === undefined) return undefined;

  const text = context.command?.text;
  const spoken = text === undefined || text === "" || isWords(context.command?.verb) ? {} : { text };
  const right = putRight(on, ticket, context.command);
  const event: TicketEvent = {
    type: record.event,
    at: context.now,
    by: context.command?.by.alias ?? "clock",
    ...spoken,
    set: {
      ...changes(on.flow, ticket, next),
      ...answered(ticket, record.event, context, next.context.facts.dues),
      ...right,
    },
  };
  const says = right.handler === undefined ? of<Say>("say") : openingTo("handler", on.flow, ticket.stage);
  return {
    ticket: evolve(ticket, ticket.number, event),
    events: [event],
    effects: says.map(({ to, wording }) => ({ to, wording, ...(text === undefined ? {} : { text }) })),
    timers: {
      cancel: of<{ sendId: string }>("xstate.cancel").map(({ sendId }) => sendId),
      set: timersIn(of<{ id: string; delay?: number }>("xstate.raise"), context.now),
    },
  };
}

/** What a resident wrote is kept with the message, never in the history that cannot be changed. */
function isWords(verb: Verb | undefined): boolean {
  return verb === "supplement" || verb === "reopen" || verb === "rate" || verb === "withdraw" || verb === "support";
}

/** The facts that a step changed, and the state's own: stage, step, open or closed. */
function changes(flow: Flow, ticket: Ticket, next: { readonly value: string; readonly context: Context }): TicketEvent["set"] {
  const before: Record<string, unknown> = { ...ticket };
  const facts = Object.entries(next.context.facts).filter(
    ([key, value]) => value !== undefined && JSON.stringify(before[key]) !== JSON.stringify(value),
  );
  const after: Record<string, unknown> = { ...next.context.facts };
  const cleared = Object.keys(before).filter((key) => key in after && after[key] === undefined);
  const outcome = flow.states[next.value]?.outcome;
  const wasClosed = ticket.state === "closed" ? ticket.outcome : undefined;
  return {
    ...Object.fromEntries(facts),
    ...(next.value === ticket.stage ? {} : { stage: next.value, step: stepOf(flow, next.value) }),
    ...(cleared.length === 0 ? {} : { cleared }),
    ...(outcome === wasClosed ? {} : { closed: outcome === undefined ? null : { outcome } }),
  };
}

const NO_ANSWER: readonly string[] = ["noted", "transferred", "reminded"];

/** Staff have answered: for the first time, or what a level below never answered. A note is none, nor is handing it on: the first clock is stopped by an answer alone. */
function answered(ticket: Ticket, event: string, { command, now }: Context, dues: Ticket["dues"]): TicketEvent["set"] {
  const isStaffs = command?.by.name !== undefined && command.verb !== "supplement" && command.verb !== "support";
  if (!isStaffs || NO_ANSWER.includes(event)) return {};
  const { missed, ...rest } = dues;
  return { ...(ticket.respondedAt === undefined ? { respondedAt: now } : {}), ...(missed === undefined ? {} : { dues: rest }) };
}

export function stepOf(flow: Flow, stage: string): string {
  return flow.states[stage]?.step ?? "";
}

/** The clocks that run in the state a new ticket starts in. */
export function clocksOf({ flow, machine }: Desked, ticket: Ticket, now: Instant): readonly Timer[] {
  const context: Context = { now, facts: ticket };
  const delays = machine.implementations.delays as unknown as Record<string, ({ context }: { context: Context }) => number>;
  const clocks = Object.keys(flow.states[ticket.stage]?.after ?? {});
  return timersIn(
    clocks.map((clock) => ({
      id: `xstate.after.${clock}.${flow.name}.${ticket.stage}`,
      delay: delays[clock]?.({ context }) ?? 0,
    })),
    now,
  );
}

function timersIn(raised: readonly { readonly id: string; readonly delay?: number }[], now: Instant): readonly Timer[] {
  return raised
    .filter(({ id, delay }) => (delay ?? 0) > 0 || !REMINDING_CLOCKS.includes(clockOf(id)))
    .map(({ id, delay }) => ({ name: id, at: now + Math.max(0, delay ?? 0) }));
}

/** `xstate.after.respond.demand.dispatched` is the clock `respond`. */
function clockOf(id: string): string {
  return id.split(".")[2] ?? "";
}
