import { z } from "zod";
import { FlowError } from "../shared/errors.ts";
import { readSpan } from "../shared/work-calendar.ts";
import { VERBS } from "../tickets/command.ts";
import { AUDIENCES, DEEDS, type Flow, type FlowState, GUARDS, type Move } from "../tickets/flow.ts";
import { PROMISE_CLOCKS } from "../tickets/machine.ts";
import { KINDS } from "../tickets/reading.ts";
import { OUTCOMES } from "../tickets/ticket.ts";
import { readYaml, type Sheet } from "./read-yaml.ts";

const SpanText = z.string().transform((text, context) => {
  const span = readSpan(text);
  if (span !== undefined) return span;
  context.addIssue({ code: "custom", message: `"${text}" is not a length of time; write 10m, 24h, 3d, 2ah, 4wh or 7wd` });
  return z.NEVER;
});

const SayRow = z.strictObject({ to: z.enum(AUDIENCES), wording: z.string() });

const MoveRow = z
  .strictObject({
    to: z.string().optional(),
    if: z.enum(GUARDS).optional(),
    event: z.string(),
    do: z.array(z.enum(DEEDS)).default([]),
    say: z.array(SayRow).default([]),
  })
  .transform(
    ({ to, if: guard, ...rest }): Move => ({
      ...rest,
      ...(to === undefined ? {} : { to }),
      ...(guard === undefined ? {} : { if: guard }),
    }),
  );

const StateRow = z
  .strictObject({
    step: z.string(),
    waitsFor: z.enum(["handler", "reporter", "unit", "claimant", "pool", "nobody"]),
    promise: z.string().optional(),
    outcome: z.enum(OUTCOMES).optional(),
    final: z.boolean().default(false),
    opening: z.array(SayRow).default([]),
    after: z.record(z.string(), z.array(MoveRow)).default({}),
    on: z.partialRecord(z.enum(VERBS), z.array(MoveRow)).default({}),
  })
  .transform(
    ({ promise, outcome, ...rest }): FlowState => ({
      ...rest,
      ...(promise === undefined ? {} : { promise }),
      ...(outcome === undefined ? {} : { outcome }),
    }),
  );

const LimitRow = z.strictObject({
  respond: SpanText,
  act: SpanText,
  climb: SpanText,
  press: SpanText,
  nudge: SpanText,
  source: z.string(),
});

const LadderRow = z.strictObject({ grid: SpanText, community: SpanText, joint: SpanText });

const FlowFile = z.strictObject({
  flow: z.string(),
  version: z.number().int().positive(),
  kinds: z.array(z.enum(KINDS).exclude(["none"])),
  steps: z.array(z.string()).length(7),
  initial: z.string(),
  unsure: z.string(),
  answered: z.string().optional(),
  onSpot: z.string().optional(),
  reclassified: z.string().optional(),
  advice: z.record(z.string(), z.string()).optional(),
  ladder: LadderRow.optional(),
  limits: z.strictObject({ danger: LimitRow, utility: LimitRow, ordinary: LimitRow, complex: LimitRow }),
  waits: z.record(z.string(), SpanText),
  states: z.record(z.string(), StateRow),
});

/**
 * Reads one flow and checks it: every state reachable, every path ends, no state without a clock or a person, every clock and wording known.
 * Throws ConfigError or FlowError with file and line.
 */
export function loadFlow(file: string, wordings: ReadonlySet<string>): Flow {
  const sheet = readYaml(file, FlowFile);
  const { flow: name, ...rest } = sheet.value;
  const flow = Object.fromEntries(Object.entries({ name, ...rest }).filter(([, value]) => value !== undefined)) as Flow;
  checkNames(flow, wordings, sheet);
  checkPaths(flow, sheet);
  return flow;
}

/** Where a ticket may begin. */
const STARTS = ["initial", "unsure", "answered", "onSpot", "reclassified"] as const;

/** Everything that a flow mentions exists. */
function checkNames(flow: Flow, wordings: ReadonlySet<string>, { where }: Sheet<unknown>): void {
  const fail = (path: readonly PropertyKey[], what: string): never => {
    throw new FlowError(where(path), what);
  };
  for (const key of STARTS) {
    const start = flow[key];
    if (start !== undefined && flow.states[start] === undefined) fail([key], `${key}: there is no state "${start}"`);
  }
  const clocks = new Set<string>([...PROMISE_CLOCKS, ...Object.keys(flow.waits)]);

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
      for (const { wording } of move.say) {
        if (!wordings.has(wording)) fail([...at, ...path, "say"], `there is no wording "${wording}" in flows/wording.yaml`);
      }
    }
    for (const { wording } of state.opening) {
      if (!wordings.has(wording)) fail([...at, "opening"], `there is no wording "${wording}" in flows/wording.yaml`);
    }
  }
}

/** Every state can be reached and can reach an end, and time alone moves a ticket that waits for somebody. */
function checkPaths(flow: Flow, { where }: Sheet<unknown>): void {
  const next = (name: string): string[] =>
    flow.states[name] === undefined ? [] : movesOf(flow.states[name]).flatMap(({ move }) => move.to ?? []);
  const reach = (from: readonly string[]): Set<string> => {
    const found = new Set(from);
    for (const name of found) for (const to of next(name)) found.add(to);
    return found;
  };
  const reachable = reach(STARTS.flatMap((key) => flow[key] ?? []));

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

function movesOf(state: FlowState): readonly { readonly move: Move; readonly path: readonly PropertyKey[] }[] {
  return [
    ...Object.entries(state.after).flatMap(([clock, moves]) =>
      moves.map((move, index) => ({ move, path: ["after", clock, index] })),
    ),
    ...Object.entries(state.on).flatMap(([verb, moves]) => moves.map((move, index) => ({ move, path: ["on", verb, index] }))),
  ];
}
