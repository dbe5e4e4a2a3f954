import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { at, house, type Life, lampReading, opened, people } from "../testing/house.ts";
import { VERBS } from "./command.ts";
import { compose } from "./compose.ts";
import { URGENCIES } from "./reading.ts";
import { replay } from "./ticket.ts";

const start = at("2026-09-14T09:00");
const actors = Object.values(people);

/** One thing that may happen next: a clock, or anybody ordering anything. */
const step = fc.oneof(
  { weight: 1, arbitrary: fc.constant("ring" as const) },
  {
    weight: 3,
    arbitrary: fc.record({
      who: fc.constantFrom(...actors),
      verb: fc.constantFrom(...VERBS),
      text: fc.constantFrom(undefined, "原因"),
      mark: fc.integer({ min: 1, max: 5 }),
      days: fc.integer({ min: 1, max: 9 }),
      to: fc.constantFrom(undefined, "郭敏", "没有这个人"),
    }),
  },
);

const walk = fc.record({
  urgency: fc.constantFrom(...URGENCIES),
  kind: fc.constantFrom("demand" as const, "dispute" as const, "hazard" as const),
  sure: fc.boolean(),
  steps: fc.array(step, { maxLength: 25 }),
});

type Walk = typeof walk extends fc.Arbitrary<infer T> ? T : never;

function travel({ urgency, kind, sure, steps }: Walk, look: (life: Life) => void): Life {
  let life = opened(start, { urgency: urgency as "ordinary", kind: kind as "demand", sure });
  look(life);
  for (const next of steps) {
    const now = Math.max(start, life.events.at(-1)?.at ?? start) + 60_000;
    const { who, verb, ...rest } = next === "ring" ? { who: people.worker, verb: "note" as const } : next;
    const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
    life = next === "ring" ? life.ring() : life.when(who, verb, now, given);
    look(life);
  }
  return life;
}

describe("laws of every ticket's life", () => {
  it("replaying the events gives the ticket", () => {
    fc.assert(
      fc.property(walk, (one) => {
        const { ticket, events } = travel(one, () => {});
        expect(replay(ticket.number, events)).toEqual(ticket);
      }),
      { numRuns: 500 },
    );
  });

  it("an open ticket always waits for somebody and always has a clock", () => {
    fc.assert(
      fc.property(walk, (one) => {
        travel(one, ({ ticket, clocks }) => {
          if (ticket.state === "closed") return;
          expect(ticket.handler).not.toBe("");
          expect(clocks.size).toBeGreaterThan(0);
        });
      }),
      { numRuns: 300 },
    );
  });

  it("a refused order changes nothing", () => {
    fc.assert(
      fc.property(walk, (one) => {
        let before: Life | undefined;
        travel(one, (life) => {
          if (life.refused !== undefined) expect(life.ticket).toEqual(before?.ticket);
          before = life;
        });
      }),
      { numRuns: 300 },
    );
  });

  it("left alone, every ticket ends or keeps reminding the highest level", () => {
    fc.assert(
      fc.property(walk, (one) => {
        let life = travel(one, () => {});
        for (let rings = 0; rings < 40 && life.clocks.size > 0; rings++) life = life.ring();
        const ended = life.clocks.size === 0 && life.ticket.state === "closed";
        expect(ended || life.ticket.level === "joint" || life.ticket.handler === "孟岚").toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it("nothing of a dispute is addressed to a group", () => {
    fc.assert(
      fc.property(walk, (one) => {
        travel({ ...one, kind: "dispute" }, ({ ticket, events, said }) => {
          const event = events.at(-1);
          if (event === undefined) return;
          const context = {
            desk: house.desk,
            flow: house.flowFor("dispute").flow,
            wordings: house.wordings,
            reachable: () => false,
          };
          for (const { to } of compose(context, { ticket, summary: lampReading.summary }, event, said, event.at)) {
            expect("person" in to).toBe(true);
          }
        });
      }),
      { numRuns: 300 },
    );
  });
});
