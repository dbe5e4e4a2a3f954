import { FlowError } from "../shared/errors.ts";
import type { Flow, FlowState, Move } from "../tickets/flow/flow.ts";
import { PROMISE_CLOCKS } from "../tickets/flow/machine.ts";
import type { Sheet } from "./read-yaml.ts";

/** Where a ticket may begin. */
const STARTS = ["initial", "unsure", "answered", "onSpot", "reclassified"] as const;

/** Whoever nothing of a dispute may be said to: these read in groups. */
const OPEN_AUDIENCES: readonly string[] = ["group", "pool", "unit"];

/** Everything that a flow mentions exists. */
export function checkNames(flow: Flow, wordings: ReadonlySet<string>, { where }: Sheet<unknown>): void {
  const fail = (path: readonly PropertyKey[], what: string): never => {
    throw new FlowError(where(path), what);
  };
  for (const key of STARTS) {
    const start = flow[key];
    if (start !== undefined && flow.states[start] === undefined) fail([key], `${key}: there is no state "${start}"`);
  }
  const clocks = new Set<string>([...PROMISE_CLOCKS, ...Object.keys(flow.waits)]);

  const isPrivate = flow.kinds.includes("dispute");
  for (const [name, state] of Object.entries(flow.states)) {
    const at = ["states", name];
    if (!flow.steps.includes(state.step)) fail([...at, "step"], `step "${state.step}" is not one of ${flow.steps.join("、")}`);
    if (state.promise !== undefined && !clocks.has(state.promise))
      fail([...at, "promise"], `there is no clock "${state.promise}"`);
    for (const clock of Object.keys(state.after)) {
      if (!clocks.has(clock)) fail([...at, "after", clock], `there is no clock "${clock}"; add it under waits`);
    }
    for (const { move, path } of movesOf(state)) {
      if (move.to !== undefined && flow.states[move.to] === undefined)
        fail([...at, ...path, "to"], `there is no state "${move.to}"`);
      for (const { to, wording } of move.say) {
        if (isPrivate && OPEN_AUDIENCES.includes(to))
          fail([...at, ...path, "say"], `says something of a dispute to "${to}"; only its people may hear of it`);
        if (!wordings.has(wording)) fail([...at, ...path, "say"], `there is no wording "${wording}" in flows/wording.yaml`);
      }
    }
    for (const { wording } of state.opening) {
      if (!wordings.has(wording)) fail([...at, "opening"], `there is no wording "${wording}" in flows/wording.yaml`);
    }
  }
}

/** Every state can be reached and can reach an end, and time alone moves a ticket that waits for somebody. */
export function checkPaths(flow: Flow, { where }: Sheet<unknown>): void {
  const reach = reacher(flow);
  const reachable = reachableStates(flow);

  for (const [name, state] of Object.entries(flow.states)) {
    if (!reachable.has(name))
      throw new FlowError(where(["states", name]), `state "${name}" cannot be reached; lead a move there or remove it`);
    if (state.final) continue;
    if (![...reach([name])].some((end) => flow.states[end]?.final === true)) {
      throw new FlowError(where(["states", name]), `state "${name}" is a dead end; no final state can be reached from it`);
    }
    if (Object.keys(state.after).length === 0) {
      throw new FlowError(where(["states", name]), `state "${name}" has no clock; a ticket could be forgotten there`);
    }
  }
}

/** Every state in which a ticket of this flow may ever be. */
export function reachableStates(flow: Flow): ReadonlySet<string> {
  return reacher(flow)(STARTS.flatMap((key) => flow[key] ?? []));
}

function reacher(flow: Flow): (from: readonly string[]) => ReadonlySet<string> {
  const next = (name: string): string[] =>
    flow.states[name] === undefined ? [] : movesOf(flow.states[name]).flatMap(({ move }) => move.to ?? []);
  return (from) => {
    const found = new Set(from);
    for (const name of found) for (const to of next(name)) found.add(to);
    return found;
  };
}

function movesOf(state: FlowState): readonly { readonly move: Move; readonly path: readonly PropertyKey[] }[] {
  return [
    ...Object.entries(state.after).flatMap(([clock, moves]) =>
      moves.map((move, index) => ({ move, path: ["after", clock, index] })),
    ),
    ...Object.entries(state.on).flatMap(([verb, moves]) => moves.map((move, index) => ({ move, path: ["on", verb, index] }))),
  ];
}
