import { type House, loadHouse } from "../load-house.ts";
import type { Instant } from "../shared/instant.ts";
import type { Command, Verb } from "../tickets/command.ts";
import { type Decided, decide, type Effect, open, ring } from "../tickets/deciding/decide.ts";
import type { Refusal } from "../tickets/deciding/refuse.ts";
import type { Reading } from "../tickets/reading.ts";
import type { Actor, Ticket, TicketEvent } from "../tickets/ticket.ts";

/** The sample community with its real flows and sentences. */
export const house: House = loadHouse({ community: "seeds/community.yaml", calendar: "seeds/calendar.yaml" });

/** A moment in the sample community's zone: `at("2026-09-14T19:00")`. */
export function at(local: string): Instant {
  return Date.parse(`${local}:00+08:00`);
}

/** People of the sample community, as the roll call gives them. */
export const people = {
  resident: { id: "p1", alias: "5-1-302 王阿姨", roles: [] },
  neighbour: { id: "p2", alias: "5-2-101 小何", roles: [] },
  worker: staff("罗强"),
  otherWorker: staff("郭敏"),
  lead: staff("沈洁"),
  mediator: staff("田静"),
  patrol: staff("韩江"),
  unit: staff("周伟"),
  otherUnit: staff("任科长"),
  volunteer: staff("石磊"),
  secretary: staff("孟岚"),
} as const satisfies Record<string, Actor>;

function staff(name: string): Actor {
  const person = house.desk.community.people.find((one) => one.name === name);
  return {
    id: `staff:${name}`,
    alias: person?.alias ?? name,
    name,
    roles: person?.roles ?? [],
    ...(person?.unit === undefined ? {} : { unit: person.unit }),
  };
}

export const lampReading: Reading & { readonly kind: "demand" } = {
  kind: "demand",
  category: "路灯照明",
  urgency: "ordinary",
  place: { estate: "葵花里小区", building: "5" },
  summary: "5号楼楼道灯坏了",
  confidence: 0.9,
  sure: true,
  by: "offline@1",
};

/** A ticket's life in a test: what happened to it, what was said, which clocks run. */
export type Life = {
  readonly ticket: Ticket;
  readonly events: readonly TicketEvent[];
  readonly said: readonly Effect[];
  readonly clocks: ReadonlyMap<string, Instant>;
  readonly refused?: Refusal["refused"];
  /** Somebody gives an order. */
  readonly when: (who: Actor, verb: Verb, now: Instant, rest?: Partial<Command>) => Life;
  /** The earliest clock rings. */
  readonly ring: () => Life;
};

/** Opens a ticket at `now` by the real flow of its kind. */
export function opened(now: Instant, reading: Partial<typeof lampReading> = {}, number = 1): Life {
  const whole = { ...lampReading, ...reading };
  const on = house.flowFor(whole.kind);
  const decided = open(on, number, { reading: whole, reporter: people.resident, home: {}, room: "葵花里小区居民群" }, now);
  return life(decided, [], new Map());
}

function life(
  decided: Decided,
  before: readonly TicketEvent[],
  clocks: ReadonlyMap<string, Instant>,
  refused?: Refusal["refused"],
): Life {
  const on = house.flowFor(decided.ticket.kind);
  const running = new Map(clocks);
  for (const name of decided.timers.cancel) running.delete(name);
  for (const { name, at: due } of decided.timers.set) running.set(name, due);
  const events = [...before, ...decided.events];
  const same: Decided = { ...decided, events: [], effects: [], timers: { set: [], cancel: [] } };
  return {
    ticket: decided.ticket,
    events,
    said: decided.effects,
    clocks: running,
    ...(refused === undefined ? {} : { refused }),
    when: (who, verb, now, rest = {}) => {
      const next = decide(on, decided.ticket, { verb, by: who, ...rest }, now);
      return "refused" in next ? life(same, events, running, next.refused) : life(next, events, running);
    },
    ring: () => {
      const [first] = [...running].sort(([, a], [, b]) => a - b);
      if (first === undefined) return life(same, events, running);
      running.delete(first[0]);
      const next = ring(on, decided.ticket, first[0], first[1]);
      return life(next ?? same, events, running);
    },
  };
}

/** The names of what happened, in order. */
export function types(one: Life): readonly string[] {
  return one.events.map(({ type }) => type);
}
