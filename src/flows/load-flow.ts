import { dirname, join } from "node:path";
import { FlowError } from "../shared/errors.ts";
import type { Flow, FlowState, Move, Say } from "../tickets/flow/flow.ts";
import { URGENCIES } from "../tickets/reading.ts";
import { checkNames, checkPaths, reachableStates } from "./check-flow.ts";
import { FlowFile } from "./flow-file.ts";
import { readYaml } from "./read-yaml.ts";

/**
 * Reads one flow and checks it: every state reachable, every path ends, no state without a clock or a person, every clock and wording known.
 * A flow may extend another one in the same folder: then only what differs is written down.
 * Throws ConfigError or FlowError with file and line.
 */
export function loadFlow(file: string, wordings: ReadonlySet<string>): Flow {
  const sheet = readYaml(file, FlowFile);
  const { flow: name, extends: base, says, also, ...own } = sheet.value;
  const parent = base === undefined ? undefined : loadFlow(join(dirname(file), `${base}.yaml`), wordings);
  const whole = {
    ...parent,
    ...Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined)),
    name,
    limits: { ...parent?.limits, ...own.limits },
    waits: { ...parent?.waits, ...own.waits },
    states: { ...inherited(parent?.states ?? {}, says, also), ...own.states },
  };
  for (const key of ["steps", "initial", "unsure"] as const) {
    if (!(key in whole)) throw new FlowError(sheet.where([]), `${key} is missing`);
  }
  const missing = URGENCIES.find((urgency) => !(urgency in whole.limits));
  if (missing !== undefined) throw new FlowError(sheet.where(["limits"]), `limits: the class "${missing}" is missing`);

  const flow = whole as Flow;
  const used = parent === undefined ? flow : { ...flow, states: usedStates(flow, new Set(Object.keys(own.states))) };
  checkNames(used, wordings, sheet);
  checkPaths(used, sheet);
  return used;
}

type Added = { readonly [state: string]: Pick<FlowState, "after" | "on"> };

/** The states of the extended flow with this flow's own sentences, and what it adds to them. */
function inherited(states: Flow["states"], says: { readonly [wording: string]: string }, also: Added): Flow["states"] {
  const reworded = (say: Say): Say => ({ ...say, wording: says[say.wording] ?? say.wording });
  const moved = (table: { readonly [key: string]: readonly Move[] | undefined }): { [key: string]: readonly Move[] } =>
    Object.fromEntries(
      Object.entries(table).map(([key, moves = []]) => [key, moves.map((move) => ({ ...move, say: move.say.map(reworded) }))]),
    );
  return Object.fromEntries(
    Object.entries(states).map(([name, state]) => [
      name,
      {
        ...state,
        opening: state.opening.map(reworded),
        after: { ...moved(state.after), ...also[name]?.after },
        on: { ...moved(state.on), ...also[name]?.on },
      },
    ]),
  );
}

/** What was taken over and leads nowhere here is left out; what this file says itself must be reachable. */
function usedStates(flow: Flow, own: ReadonlySet<string>): Flow["states"] {
  const reachable = reachableStates(flow);
  return Object.fromEntries(Object.entries(flow.states).filter(([name]) => own.has(name) || reachable.has(name)));
}
