import { type AnyStateMachine, createMachine } from "xstate";
import type { Instant } from "../../shared/instant.ts";
import { MINUTE } from "../../shared/instant.ts";
import { after } from "../../shared/work-calendar.ts";
import type { Desk } from "../desk.ts";
import type { Context } from "./context.ts";
import { deeds } from "./deeds.ts";
import type { Flow, FlowState, Limit, Move } from "./flow.ts";
import { guards } from "./guards.ts";

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
    // Whoever acts at 21:00 has kept what was promised for 21:00.
    act: until((context) => due("act")(context) + MINUTE - 1),
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
