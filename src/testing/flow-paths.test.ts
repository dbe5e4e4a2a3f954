import { describe, expect, it } from "vitest";
import type { AnyMachineSnapshot } from "xstate";
import { getShortestPaths } from "xstate/graph";
import { type Command, VERBS } from "../tickets/command.ts";
import { KINDS } from "../tickets/reading.ts";
import { LEVELS, type Ticket } from "../tickets/ticket.ts";
import { at, house, opened, people } from "./house.ts";

const now = at("2026-09-14T09:00");
const flows = KINDS.filter((kind) => kind !== "none").map((kind) => [kind] as const);

/** Everything a person could be asked to add to an order, so that no guard is in the way for want of it. */
const full = { text: "没履行", days: 2, mark: 5, to: "县供电公司", party: people.neighbour, into: 2, at: now + 86_400_000 };
const orders: readonly Command[] = [
  { ...full, verb: "note", by: people.secretary },
  { ...full, verb: "note", by: people.unit },
  { ...full, verb: "note", by: people.volunteer, mark: 1, text: "好" },
  { ...full, verb: "note", by: people.secretary, to: "郭敏", text: "好" },
];

/** The stages that XState's own walk over the statechart finds, from a stage, with one order in everybody's mouth. */
function reached(kind: (typeof KINDS)[number], ticket: Ticket, command: Command): ReadonlySet<string> {
  const { machine, flow } = house.flowFor(kind);
  const clocks = Object.values(flow.states).flatMap((state) => Object.keys(state.after));
  const from = machine.resolveState({ value: ticket.stage, context: { now, facts: ticket, command } } as never);
  const paths = getShortestPaths(machine, {
    fromState: from as never,
    events: ((snapshot: AnyMachineSnapshot) => [
      ...VERBS.map((type) => ({ type })),
      ...[...new Set(clocks)].map((clock) => ({ type: `xstate.after.${clock}.${flow.name}.${String(snapshot.value)}` })),
    ]) as never,
    serializeState: ((snapshot: AnyMachineSnapshot) => JSON.stringify([snapshot.value, snapshot.context.facts.level])) as never,
    limit: 20_000,
  });
  return new Set(paths.map(({ state }) => String((state as unknown as AnyMachineSnapshot).value)));
}

describe.each(flows)("every path of the flow for a %s", (kind) => {
  const { flow } = house.flowFor(kind);
  const begin = opened(now, { kind: kind as "demand" }).ticket;
  const starts = [flow.initial, flow.unsure, flow.answered, flow.onSpot].filter((stage) => stage !== undefined);

  it("leads to every state that is written down", () => {
    const all = new Set(orders.flatMap((command) => starts.flatMap((stage) => [...reached(kind, { ...begin, stage }, command)])));
    expect([...all].sort()).toEqual(Object.keys(flow.states).sort());
  });

  it("ends: from each state, at each level, an end can be reached", () => {
    for (const [stage, { final }] of Object.entries(flow.states)) {
      for (const level of LEVELS) {
        const ends = orders.some((command) =>
          [...reached(kind, { ...begin, stage, level, unit: "县供电公司", claimant: people.volunteer }, command)].some(
            (end) => flow.states[end]?.final === true,
          ),
        );
        expect(final || ends, `${stage} at ${level}`).toBe(true);
      }
    }
  });

  it("has a clock, and a person or a pool that is waited for, in every state but the last", () => {
    for (const [stage, { final, after, waitsFor, outcome }] of Object.entries(flow.states)) {
      if (final) continue;
      expect(Object.keys(after).length, stage).toBeGreaterThan(0);
      expect(waitsFor !== "nobody" || outcome !== undefined, stage).toBe(true);
    }
  });
});
