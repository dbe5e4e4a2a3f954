import { VERBS, type Verb } from "./command.ts";
import type { Desked } from "./deciding/decide.ts";
import { mayDo } from "./permit.ts";
import type { Actor, Ticket } from "./ticket.ts";

/** Orders that work in any open ticket, whatever its flow. */
const ALWAYS: readonly Verb[] = ["reclassify"];

/** What this person may order about this ticket as it stands now; the same rules as when they do it. */
export function optionsOf({ flow, desk }: Desked, actor: Actor, ticket: Ticket): readonly Verb[] {
  const on = flow.states[ticket.stage]?.on;
  const possible = VERBS.filter((verb) => on?.[verb] !== undefined || (ALWAYS.includes(verb) && ticket.state === "open"));
  return possible.filter((verb) => mayDo(desk, verb, actor, ticket));
}
