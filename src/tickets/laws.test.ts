import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { at, house, type Life, opened, people } from "../testing/house.ts";
import { type Command, VERBS } from "./command.ts";
import { KINDS, URGENCIES } from "./reading.ts";
import { compose } from "./saying/compose.ts";
import type { Sentence } from "./saying/sentence.ts";
import { replay } from "./ticket.ts";

const start = at("2026-09-14T09:00");
const actors = Object.values(people);
const { rooms } = house.desk.community;
const SUMMARY = "5-1-302 王阿姨家的事";

/** One thing that may happen next: a clock, or anybody ordering anything. */
const step = fc.oneof(
  { weight: 1, arbitrary: fc.constant("ring" as const) },
  {
    weight: 3,
    arbitrary: fc.record({
      who: fc.constantFrom(...actors),
      verb: fc.constantFrom(...VERBS),
      text: fc.constantFrom(undefined, "原因", "没履行"),
      mark: fc.integer({ min: 1, max: 5 }),
      days: fc.integer({ min: 1, max: 9 }),
      to: fc.constantFrom(undefined, "郭敏", "县供电公司", "没有这个人"),
      party: fc.constantFrom(undefined, people.neighbour),
      at: fc.constantFrom(undefined, start + 40 * 86_400_000),
      into: fc.constantFrom(undefined, 2),
    }),
  },
);

const walk = fc.record({
  urgency: fc.constantFrom(...URGENCIES),
  kind: fc.constantFrom(...KINDS.filter((kind) => kind !== "none")),
  sure: fc.boolean(),
  steps: fc.array(step, { maxLength: 25 }),
});

type Walk = typeof walk extends fc.Arbitrary<infer T> ? T : never;

function travel({ urgency, kind, sure, steps }: Walk, look: (life: Life, speaker?: Command["by"]) => void): Life {
  let life = opened(start, { urgency: urgency as "ordinary", kind: kind as "demand", sure });
  look(life);
  for (const next of steps) {
    const now = Math.max(start, life.events.at(-1)?.at ?? start) + 60_000;
    const { who, verb, ...rest } = next === "ring" ? { who: people.worker, verb: "note" as const } : next;
    const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
    life = next === "ring" ? life.ring() : life.when(who, verb, now, given);
    look(life, next === "ring" ? undefined : who);
  }
  return life;
}

/** Everything that is said on the way, with the ticket as it then is. */
function heard(one: Walk, listen: (sentence: Sentence, life: Life) => void): void {
  travel(one, (life, speaker) => {
    const event = life.events.at(-1);
    if (event === undefined) return;
    const { flow } = house.flowFor(life.ticket.kind);
    const context = {
      desk: house.desk,
      flow,
      wordings: house.wordings,
      reachable: () => false,
      ...(speaker === undefined ? {} : { speaker }),
    };
    for (const sentence of compose(context, { ticket: life.ticket, summary: SUMMARY }, event, life.said, event.at))
      listen(sentence, life);
  });
}

/** Walks that once broke a law: a danger that a unit was called to at the highest level, a unit's contact who is a neighbour too. */
const KNOWN: readonly [Walk][] = [
  [
    {
      urgency: "danger",
      kind: "demand",
      sure: true,
      steps: ["ring", "ring", "ring", "ring", order(people.secretary, "whistle", "县供电公司"), "ring", "ring", "ring", "ring"],
    },
  ],
  [
    {
      urgency: "danger",
      kind: "demand",
      sure: true,
      steps: [order(people.otherUnit, "support"), order(people.otherUnit, "reopen")],
    },
  ],
  [
    {
      urgency: "danger",
      kind: "dispute",
      sure: true,
      steps: [{ ...order(people.mediator, "agree"), text: "原因" }, "ring", order(people.mediator, "start")],
    },
  ],
];

function order(who: (typeof actors)[number], verb: (typeof VERBS)[number], to?: "县供电公司") {
  return { who, verb, text: undefined, mark: 1, days: 1, to, party: undefined, at: undefined, into: undefined };
}

function holds(runs: number, law: (one: Walk) => void): void {
  fc.assert(fc.property(walk, law), { numRuns: runs, examples: [...KNOWN] });
}

describe("laws of every ticket's life, of every kind", () => {
  it("replaying the events gives the ticket", () => {
    holds(1_000, (one) => {
      const { ticket, events } = travel(one, () => {});
      expect(replay(ticket.number, events)).toEqual(ticket);
    });
  });

  it("an open ticket always waits for somebody and always has a clock", () => {
    holds(5_000, (one) => {
      travel(one, ({ ticket, clocks }) => {
        if (ticket.state === "closed") return;
        expect(ticket.handler).not.toBe("");
        expect(clocks.size).toBeGreaterThan(0);
      });
    });
  });

  it("nothing runs after a ticket has ended for good", () => {
    holds(2_000, (one) => {
      travel(one, ({ ticket, clocks }) => {
        const isFinal = house.flowFor(ticket.kind).flow.states[ticket.stage]?.final === true;
        if (isFinal) expect([...clocks.keys()]).toEqual([]);
      });
    });
  });

  it("a refused order changes nothing", () => {
    holds(2_000, (one) => {
      let before: Life | undefined;
      travel(one, (life) => {
        if (life.refused !== undefined) expect(life.ticket).toEqual(before?.ticket);
        before = life;
      });
    });
  });

  it("left alone, every ticket ends, keeps reminding the highest level, or asks again in the pool or at the council", () => {
    holds(2_000, (one) => {
      let life = travel(one, () => {});
      for (let rings = 0; rings < 40 && life.clocks.size > 0; rings++) life = life.ring();
      const ended = life.clocks.size === 0 && life.ticket.state === "closed";
      const isKept = ["pool", "collected", "onAgenda"].includes(life.ticket.stage);
      expect(
        ended || life.ticket.level === "joint" || life.ticket.handler === "孟岚" || isKept,
        JSON.stringify(life.ticket),
      ).toBe(true);
    });
  });
});

describe("what is said on the way", () => {
  it("nothing of a dispute goes to a group", () => {
    holds(2_000, (one) => heard({ ...one, kind: "dispute" }, ({ to }) => expect("person" in to).toBe(true)));
  });

  it("each sentence goes to the people it is worded for", () => {
    const kindOf = (topic: string) => rooms.find((room) => room.topic === topic)?.kind;
    holds(4_000, (one) =>
      heard(one, ({ to, wording }) => {
        const reads = house.wordings.get(wording)?.for;
        if ("person" in to) {
          if (reads === "staff") expect(to.person.id, wording).toMatch(/^staff:/);
          return;
        }
        const allowed = {
          staff: ["staff", "units"],
          resident: ["residents", "staff"],
          unit: ["units", "staff"],
          pool: ["volunteers", "units", "staff", "residents"],
        };
        expect(allowed[reads ?? "staff"], wording).toContain(kindOf(to.room));
        if (reads === "staff" && kindOf(to.room) === "units") expect(to.mention?.id, wording).toMatch(/^staff:/);
      }),
    );
  });

  it("whoever is no member of staff never reads who raised it, or where they live", () => {
    holds(2_000, (one) =>
      heard(one, ({ fill, wording }) => {
        const reads = house.wordings.get(wording)?.for;
        if (reads === "unit" || reads === "pool") expect(String(fill["reporter"])).toBe("");
        if (reads === "pool") expect(String(fill["wish"]), wording).not.toMatch(/5-1-302|王阿姨/);
      }),
    );
  });

  it("the other side of a dispute never reads the complainant's name or words", () => {
    holds(2_000, (one) => {
      travel({ ...one, kind: "dispute" }, (life) => {
        const event = life.events.at(-1);
        if (event === undefined) return;
        const { flow } = house.flowFor("dispute");
        const context = { desk: house.desk, flow, wordings: house.wordings, reachable: () => true };
        const said = compose(context, { ticket: life.ticket, summary: SUMMARY }, event, life.said, event.at);
        for (const { to, fill, wording } of said) {
          if (!("person" in to) || to.person.id !== people.neighbour.id) continue;
          const text = house.wordings.get(wording)?.text ?? "";
          expect(text, wording).not.toMatch(/\{what\}|\{words\}|\{by\}/);
          expect(String(fill["reporter"])).toBe("");
        }
      });
    });
  });
});
