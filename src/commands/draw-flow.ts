import { type DirectedGraphNode, toDirectedGraph } from "xstate/graph";
import type { Desked } from "../tickets/deciding/decide.ts";

/** A flow as a Mermaid state diagram, from its statechart: each arrow with the orders and clocks that lead along it. */
export function drawFlow({ flow, machine }: Desked): string {
  const { children } = toDirectedGraph(machine) as DirectedGraphNode;
  const states = children.map(({ stateNode }) => {
    const { step, waitsFor, outcome } = flow.states[stateNode.key] ?? { step: "", waitsFor: "nobody" };
    const waits = waitsFor === "nobody" ? "" : `<br/>waits for ${waitsFor}`;
    return `  ${stateNode.key}: ${stateNode.key} ${step}${waits}${outcome === undefined ? "" : `<br/>${outcome}`}`;
  });
  const arrows = new Map<string, Set<string>>();
  for (const { edges } of children) {
    for (const { source, target, label } of edges) {
      if (source.key === target.key) continue;
      const arrow = `${source.key} --> ${target.key}`;
      arrows.set(arrow, (arrows.get(arrow) ?? new Set()).add(nameOf(label.text)));
    }
  }
  const starts = [flow.initial, flow.unsure, flow.answered, flow.onSpot].filter((start) => start !== undefined);
  return [
    "```mermaid",
    "stateDiagram-v2",
    ...states,
    ...[...new Set(starts)].map((start) => `  [*] --> ${start}`),
    ...[...arrows].map(([arrow, labels]) => `  ${arrow}: ${[...labels].sort().join(", ")}`),
    ...children.filter(({ stateNode }) => stateNode.type === "final").map(({ stateNode }) => `  ${stateNode.key} --> [*]`),
    "```",
  ].join("\n");
}

/** An order by its verb, a clock as `after respond`. */
function nameOf(label: string): string {
  const clock = /xstate\.after\.(\w+)/.exec(label)?.[1];
  return clock === undefined ? label : `after ${clock}`;
}
