import { type AnyStateMachine, createMachine } from "xstate";
import { contactOf } from "../shared/community.ts";
import type { Instant } from "../shared/instant.ts";
import { after } from "../shared/work-calendar.ts";
import type { Command } from "./command.ts";
import { deeds, LOW } from "./deeds.ts";
import type { Desk } from "./desk.ts";
import type { Flow, FlowState, Guard, Limit, Move } from "./flow.ts";
import { type Facts, LEVELS } from "./ticket.ts";

/** What the statechart works on while one command is decided. It is built anew for each decision and never stored. */
export type Context = { readonly now: Instant; readonly facts: Facts; readonly command?: Command };

/** Turns a checked flow into an XState machine that knows the desk (who answers, which days people work). Only its pure `transition` is used. */
export function compile(flow: Flow, desk: Desk): AnyStateMachine {
  const config = {
    id: flow.name,
    initial: flow.initial,
    states: Object.fromEntries(Object.entries(flow.states).map(([name, state]) => [name, stateNode(state)])),
  };
  return createMachine(config as never).provide({
    actions: { ...deeds(flow, desk), say: () => {}, record: () => {} } as never,
    guards: guards(desk) as never,
    delays: delays(flow, desk) as never,
  });
}

function stateNode(state: FlowState): object {
  const moves = (list: readonly Move[]) =>
    list.map((move) => ({
      ...(move.to === undefined ? {} : { target: move.to, reenter: true }),
      ...(move.if === undefined ? {} : { guard: move.if }),
      actions: [
        ...move.do.map((deed) => ({ type: deed })),
        { type: "record", params: { event: move.event } },
        ...move.say.map((say) => ({ type: "say", params: say })),
      ],
    }));
  const all = (table: { readonly [key: string]: readonly Move[] | undefined }) =>
    Object.fromEntries(Object.entries(table).map(([key, list]) => [key, moves(list ?? [])]));
  return state.final ? { type: "final" } : { on: all(state.on), after: all(state.after) };
}

/** What flows may ask (`if:`), each of the facts and the order. */
export function guards({ community }: Desk): Record<Guard, ({ context }: { context: Context }) => boolean> {
  return {
    inGrid: ({ context }) => context.facts.level === LEVELS[0],
    inCommunity: ({ context }) => context.facts.level === LEVELS[1],
    danger: ({ context }) => context.facts.urgency === "danger",
    dangerInGrid: ({ context }) => context.facts.urgency === "danger" && context.facts.level === LEVELS[0],
    lowMark: ({ context }) => (context.command?.mark ?? LOW + 1) <= LOW,
    lowAgain: ({ context: { facts, command } }) => (command?.mark ?? LOW + 1) <= LOW && (facts.lowMarks ?? 0) > 0,
    namesUnit: ({ context }) => contactOf(community, context.command?.to ?? "") !== undefined,
    hasUnit: ({ context }) => context.facts.unit !== undefined,
    byUnit: ({ context: { facts, command } }) => facts.unit !== undefined && command?.by.unit === facts.unit,
    byClaimant: ({ context: { facts, command } }) => facts.claimant !== undefined && command?.by.id === facts.claimant.id,
    foundByStaff: ({ context: { facts } }) => facts.reporters[0]?.id.startsWith("staff:") === true,
    hasConsent: ({ context }) => context.facts.consented === true,
    // What a mediator found at the follow-up visit (D7).
    saysBroken: ({ context }) =>
      /[没未不](?:有|曾)?(?:能|肯|愿意?|按)?(?:履行|兑现|做到|照办|遵守)|反悔|翻脸|又吵|又闹/.test(context.command?.text ?? ""),
    wasReturned: ({ context }) => (context.facts.returned ?? 0) > 0,
  };
}

/** Every clock as milliseconds from now: the ticket's own promises by name, all others by the flow's `waits`. */
function delays(flow: Flow, desk: Desk): Record<string, ({ context }: { context: Context }) => number> {
  const until =
    (at: (context: Context) => Instant) =>
    ({ context }: { context: Context }) =>
      at(context) - context.now;
  const limit = ({ facts }: Context): Limit => flow.limits[facts.urgency];
  const due = (clock: string) => (context: Context) => context.facts.dues[clock] ?? context.now;
  const next = (clock: string) => (context: Context) =>
    after(desk.calendar, Math.max(due(clock)(context), context.now), limit(context).climb);
  const waits = Object.entries(flow.waits).map(
    ([clock, span]) => [clock, until(({ now }) => after(desk.calendar, now, span))] as const,
  );
  return {
    respond: until(due("respond")),
    respondMissed: until(next("respond")),
    nudge: until((context) => 2 * due("act")(context) - after(desk.calendar, due("act")(context), limit(context).nudge)),
    act: until(due("act")),
    until: until(due("until")),
    level: until(due("level")),
    actMissed: until((context) => Math.max(next("act")(context), due("again")(context))),
    ...Object.fromEntries(waits),
  };
}

/** The clocks that code knows; a flow may add others under `waits`. */
export const PROMISE_CLOCKS = ["respond", "respondMissed", "nudge", "act", "actMissed", "until", "level"] as const;

/** Clocks that only remind: one that is already over when a state is entered is not set at all. */
export const REMINDING_CLOCKS: readonly string[] = ["respond", "nudge", "act", "until", "level"];
