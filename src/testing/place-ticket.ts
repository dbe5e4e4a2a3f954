import { createRegister } from "../store/register.ts";
import type { Kind } from "../tickets/reading.ts";
import type { Ticket } from "../tickets/ticket.ts";
import { at, house, opened, people } from "./house.ts";
import type { Scene } from "./scene.ts";

/** The morning on which replies are said. */
export const START = at("2026-09-14T09:00");

/** Who will say something about the ticket, and what; `resident`: whose ticket it is when a resident speaks. */
export type Placing = { readonly role: string; readonly says: string; readonly resident: string };

/** Where a ticket must stand for an order to fit: kind and stage; else a demand that was just handed out. */
const STANDS: { readonly [verb: string]: readonly [Kind, string] } = {
  dismiss: ["demand", "asked"],
  start: ["demand", "accepted"],
  secure: ["hazard", "handling"],
  notice: ["hazard", "secured"],
  pass: ["hazard", "repaired"],
  fault: ["hazard", "repaired"],
  resume: ["demand", "suspended"],
  agenda: ["proposal", "dispatched"],
  accept: ["demand", "whistled"],
  object: ["demand", "whistled"],
  rule: ["demand", "objected"],
  exclude: ["demand", "settled"],
  include: ["demand", "settled"],
  claim: ["wish", "pool"],
  contact: ["wish", "claimed"],
  release: ["wish", "claimed"],
  rate: ["demand", "feedback"],
  reopen: ["demand", "feedback"],
  thank: ["wish", "feedback"],
  visit: ["dispute", "performing"],
};
const MEDIATED = ["party", "consent", "meet", "agree", "fail", "decline", "police"];

/** Puts a ticket where an order about it fits, under the number that the words use. */
export async function placeTicket(scene: Scene, { role, says, resident }: Placing, number: number, verb: string): Promise<void> {
  const isHeld = role === "volunteer" && verb === "finish";
  const isMediated = role === "mediator" && verb === "accept";
  const [kind, stage] = isMediated
    ? ["dispute", "dispatched"]
    : isHeld
      ? ["wish", "claimed"]
      : (STANDS[verb] ??
        (MEDIATED.includes(verb) || role === "mediator"
          ? ["dispute", verb === "confirm" || verb === "accept" ? "dispatched" : "accepted"]
          : ["demand", role === "unit" ? "reportedIn" : "dispatched"]));
  const { ticket, events, clocks } = opened(
    START - 3_600_000,
    { kind: kind as "demand", place: { estate: "葵花里小区", building: "5" } },
    number,
  );
  const { flow } = house.flowFor(kind as Kind);
  const asker = role === "resident" && verb !== "support" ? await idOf(scene, resident) : "p-other";
  // Whoever speaks for another unit was called themselves.
  const unit = says.includes("住建局") && role === "unit" ? "县住建局" : "县供电公司";
  const handler = kind === "dispute" ? "田静" : stage === "objected" ? "孟岚" : "罗强";
  const facts = {
    reporters: [{ id: asker, alias: resident }],
    handler,
    firstHandler: kind === "dispute" ? "田静" : "罗强",
    stage,
    step: flow.states[stage]?.step ?? "",
    ...(kind === "demand" || kind === "hazard" ? { unit, whistles: [{ unit, at: START - 3_600_000 }] } : {}),
    ...(stage === "claimed" || verb === "thank" ? { claimant: { id: "staff:石磊", alias: people.volunteer.alias } } : {}),
    ...(verb === "include" ? { excluded: "重复" } : {}),
  };
  const outcome = flow.states[stage]?.outcome;
  const closed = outcome === undefined ? {} : { closed: { outcome } };
  const event = events[0];
  if (event === undefined) throw new Error("a ticket opens with an event");
  const whole = {
    ...ticket,
    ...facts,
    ...(outcome === undefined ? {} : { state: "closed", closedAt: event.at, outcome }),
  } as Ticket;
  await createRegister(scene.database).transact((transaction) =>
    transaction.save({ ticket: whole, summary: "楼道灯坏了" }, [{ ...event, set: { ...event.set, ...facts, ...closed } }], {
      set: [...clocks].map(([name, when]) => ({ name, at: when + 30 * 86_400_000 })),
      cancel: [],
    }),
  );
}

/** Who somebody is to the bot, once they have spoken. */
async function idOf(scene: Scene, alias: string): Promise<string> {
  const { id } = scene.sandbox.stage.person(alias);
  const room = house.desk.community.rooms[0];
  const { actor, known } = await scene.app().rollCall.who({ id, alias, name: alias, friend: true }, room);
  await scene.app().rollCall.keep(known);
  return actor.id;
}
