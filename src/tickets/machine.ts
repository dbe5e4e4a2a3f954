import { type AnyStateMachine, assign, createMachine } from "xstate";
import { allGrids } from "../shared/community.ts";
import type { Instant } from "../shared/instant.ts";
import { after } from "../shared/work-calendar.ts";
import type { Command } from "./command.ts";
import { type Desk, handlerAt } from "./desk.ts";
import type { Deed, Flow, FlowState, Guard, Limit, Move } from "./flow.ts";
import { type Facts, LEVELS, type Level } from "./ticket.ts";

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
    guards: guards as never,
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

const above: Record<Level, Level> = { grid: "community", community: "joint", joint: "joint" };

/** What a level that has just taken over promises. The highest level has nobody above it: it is pressed instead. */
function takeOver(flow: Flow, desk: Desk, { now, facts }: Context, level: Level): Facts["dues"] {
  const limit = flow.limits[facts.urgency];
  const due = after(desk.calendar, now, level === "joint" ? limit.press : limit.climb);
  return { ...facts.dues, respond: due, ...(facts.dues["act"] !== undefined && facts.dues["act"] < due ? { act: due } : {}) };
}

function deeds(flow: Flow, desk: Desk): Record<Deed, unknown> {
  const change = (make: (context: Context) => Partial<Facts>) =>
    assign(({ context }: { context: Context }) => ({ ...context, facts: { ...context.facts, ...make(context) } }));
  return {
    climb: change((context) => {
      const level = above[context.facts.level];
      return { level, handler: handlerAt(desk, context.facts, level), dues: takeOver(flow, desk, context, level) };
    }),
    // Nobody is above the highest level: it is reminded now and then, and the promise that was missed stays missed.
    again: change(({ facts, now }) => {
      const next = after(desk.calendar, now, flow.limits[facts.urgency].press);
      return { dues: { ...facts.dues, again: next, ...(facts.stage === "consulting" ? { respond: next } : {}) } };
    }),
    take: change(({ facts, command }) => {
      const grid = allGrids(desk.community.grids).find(({ worker }) => worker === command?.by.name);
      if (facts.grid !== undefined || grid === undefined) return {};
      return { grid: grid.name, handler: grid.worker, firstHandler: grid.worker, level: "grid" };
    }),
    extend: change(({ facts, command, now }) => {
      const from = Math.max(facts.dues["act"] ?? now, now);
      return { dues: { ...facts.dues, act: after(desk.calendar, from, { count: command?.days ?? 1, unit: "wd" }) } };
    }),
    transfer: change(({ facts, command }) => ({ handler: command?.to ?? facts.handler })),
    // A photo without words is a result too, and not the words of the time before.
    keepResult: change(({ command }) => ({ result: command?.text ?? "" })),
    rate: change(({ facts, command }) => {
      if (command?.mark === undefined) return {};
      const ratings = { ...facts.ratings, [command.by.id]: command.mark };
      return { ratings, rating: ratings[facts.reporters[0]?.id ?? ""] ?? facts.rating ?? command.mark };
    }),
    restart: change(({ facts, now }) => ({ dues: stamp(desk, flow.limits[facts.urgency], now) })),
    join: change(({ facts, command }) => {
      if (command === undefined || facts.supporters.some(({ id }) => id === command.by.id)) return {};
      return { supporters: [...facts.supporters, { id: command.by.id, alias: command.by.alias }] };
    }),
  };
}

/** The two promises of a class, from `now`. */
export function stamp(desk: Desk, limit: Limit, now: Instant): Facts["dues"] {
  return { respond: after(desk.calendar, now, limit.respond), act: after(desk.calendar, now, limit.act) };
}

/** Marks up to this say that it is not good yet. */
const LOW = 2;

const guards: Record<Guard, ({ context }: { context: Context }) => boolean> = {
  inGrid: ({ context }) => context.facts.level === LEVELS[0],
  inCommunity: ({ context }) => context.facts.level === LEVELS[1],
  danger: ({ context }) => context.facts.urgency === "danger",
  dangerInGrid: ({ context }) => context.facts.urgency === "danger" && context.facts.level === LEVELS[0],
  lowMark: ({ context }) => (context.command?.mark ?? LOW + 1) <= LOW,
};

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
    actMissed: until((context) => Math.max(next("act")(context), due("again")(context))),
    ...Object.fromEntries(waits),
  };
}

/** The clocks that code knows; a flow may add others under `waits`. */
export const PROMISE_CLOCKS = ["respond", "respondMissed", "nudge", "act", "actMissed"] as const;

/** Clocks that only remind: one that is already over when a state is entered is not set at all. */
export const REMINDING_CLOCKS: readonly string[] = ["respond", "nudge", "act"];
