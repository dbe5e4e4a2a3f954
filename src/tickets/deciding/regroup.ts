import type { Instant } from "../../shared/instant.ts";
import type { Command } from "../command.ts";
import { firstDesk } from "../desk.ts";
import type { Flow } from "../flow/flow.ts";
import { stamp } from "../flow/stamp.ts";
import { evolve, type Facts, type Ticket, type TicketEvent } from "../ticket.ts";
import { clocksOf, type Decided, type Desked, stepOf } from "./decide.ts";

/**
 * A matter turns out to be of another kind: it goes on in that kind's flow. Every clock of the old flow dies; the limits of the new
 * class count from the same beginning, and pauses stay pauses.
 */
export function reclassify(from: Flow, on: Desked, ticket: Ticket, command: Command, now: Instant): Decided {
  const { flow, desk } = on;
  const kind = command.kind ?? ticket.kind;
  const urgency: Facts["urgency"] = kind === "hazard" ? "danger" : ticket.urgency === "danger" ? "ordinary" : ticket.urgency;
  const asked = firstDesk(desk, kind, ticket.place, {});
  const moved = kind === "dispute" ? { handler: asked.handler, firstHandler: asked.handler, level: asked.level } : {};
  const stage = flow.reclassified ?? flow.initial;
  const facts: Facts = { ...ticket, ...moved, kind, urgency };
  const set = {
    kind,
    urgency,
    ...moved,
    flow: `${flow.name}@${flow.version}`,
    stage,
    step: stepOf(flow, stage),
    dues: stamp(desk, flow, facts, now),
  };
  const event: TicketEvent = { type: "reclassified", at: now, by: command.by.alias, set };
  const opening = flow.states[stage]?.opening ?? [];
  const effects = opening.filter(({ to }) => to !== "reporter" && to !== "group").map(({ to, wording }) => ({ to, wording }));
  return regrouped(
    from,
    on,
    ticket,
    event,
    [
      ...effects,
      { to: "reporter", wording: kind === "dispute" ? "movedToPrivate" : "reclassified" },
      { to: "speaker", wording: "reclassifiedNoted" },
    ],
    now,
  );
}

/** Another ticket turned out to be this very matter: whoever raised or joined it is told of this one from now on. */
export function absorb(ticket: Ticket, other: Ticket, by: string, now: Instant): Decided {
  const known = new Set([...ticket.reporters, ...ticket.supporters].map(({ id }) => id));
  const more = [...other.reporters, ...other.supporters].filter(({ id }) => !known.has(id));
  const event: TicketEvent = { type: "absorbed", at: now, by, set: { supporters: [...ticket.supporters, ...more] } };
  return { ticket: evolve(ticket, ticket.number, event), events: [event], effects: [], timers: { set: [], cancel: [] } };
}

/** The ticket as it was before its last event; history keeps both (a slip of the finger, taken back within two minutes). */
export function undone(on: Desked, ticket: Ticket, before: Ticket, by: string, now: Instant): Decided {
  const was: Record<string, unknown> = { ...before };
  const is: Record<string, unknown> = { ...ticket };
  const facts = Object.keys(was).filter((key) => key !== "state" && key !== "closedAt" && key !== "outcome");
  const changed = facts.filter((key) => JSON.stringify(was[key]) !== JSON.stringify(is[key]));
  const cleared = Object.keys(is).filter((key) => !(key in was) && !["state", "closedAt", "outcome"].includes(key));
  const closed = before.state === "closed" ? { outcome: before.outcome } : null;
  const set: TicketEvent["set"] = {
    ...Object.fromEntries(changed.map((key) => [key, was[key]])),
    ...(cleared.length === 0 ? {} : { cleared }),
    ...(before.state === ticket.state ? {} : { closed }),
  };
  const event: TicketEvent = { type: "undone", at: now, by, set };
  return regrouped(on.flow, on, ticket, event, [{ to: "speaker", wording: "undone" }], now);
}

/** The working calendar or the limits were changed by people: what is not over yet is promised anew. Undefined: nothing changes. */
export function recount(on: Desked, ticket: Ticket, now: Instant): Decided | undefined {
  const fresh = stamp(on.desk, on.flow, ticket, now);
  const names = ["respond", "act"].filter((name) => name === "act" || ticket.respondedAt === undefined);
  const changed = names.filter((name) => (ticket.dues[name] ?? 0) > now && fresh[name] !== ticket.dues[name]);
  // A limit that somebody named (a rectification notice) is not the calendar's.
  if (ticket.dues["until"] !== undefined && ticket.dues["until"] === ticket.dues["act"]) return undefined;
  if (ticket.state === "closed" || ticket.level !== "grid" || changed.length === 0) return undefined;
  const dues = { ...ticket.dues, ...Object.fromEntries(changed.map((name) => [name, fresh[name] ?? now])) };
  const event: TicketEvent = { type: "recounted", at: now, by: "clock", set: { dues } };
  return regrouped(on.flow, on, ticket, event, [], now);
}

/** Outside the statechart: all clocks of the stage it was in die, those of the stage it is in now run. */
function regrouped(
  from: Flow,
  on: Desked,
  ticket: Ticket,
  event: TicketEvent,
  effects: Decided["effects"],
  now: Instant,
): Decided {
  const next = evolve(ticket, ticket.number, event);
  const old = Object.keys(from.states[ticket.stage]?.after ?? {});
  return {
    ticket: next,
    events: [event],
    effects,
    timers: { cancel: old.map((clock) => `xstate.after.${clock}.${from.name}.${ticket.stage}`), set: clocksOf(on, next, now) },
  };
}
