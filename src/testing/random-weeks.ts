import { DAY, type Instant, MINUTE } from "../shared/instant.ts";
import { createRegister } from "../store/register.ts";
import type { Command, Verb } from "../tickets/command.ts";
import type { Office } from "../tickets/keep.ts";
import { carryOut, fileReport, ringNext } from "../tickets/office.ts";
import { KINDS } from "../tickets/reading.ts";
import { takeBackLast } from "../tickets/take-back.ts";
import type { Actor } from "../tickets/ticket.ts";
import { chanceOf } from "../training/chance.ts";
import type { Fresh } from "./databases.ts";
import { house, lampReading, people } from "./house.ts";

const CATEGORIES = ["路灯", "下水道", "保洁", "电梯", "噪音", "停车", "供水", "绿化", "门禁"];
const REAL = KINDS.filter((kind) => kind !== "none");
const CALM = REAL.filter((kind) => kind !== "hazard");
const ROOMS = ["葵花里小区居民群", "槐荫巷小区居民群", undefined] as const;

type Deed = readonly [Verb, (random: () => number) => Partial<Command>];

const DEEDS: readonly Deed[] = [
  ["confirm", () => ({})],
  ["confirm", () => ({})],
  ["start", () => ({})],
  ["finish", () => ({ text: "修好了" })],
  ["finish", () => ({ text: "通了" })],
  ["finish", () => ({ text: "清了" })],
  ["finish", () => ({ text: "办好了" })],
  ["finish", () => ({ text: "换好了" })],
  ["reject", () => ({ text: "已经在修" })],
  ["explain", () => ({ text: "今年没有这笔钱" })],
  ["refer", () => ({ text: "请找供电所" })],
  ["suspend", () => ({ text: "等材料" })],
  ["resume", () => ({})],
  ["dismiss", () => ({})],
  ["whistle", () => ({ to: "县住建局", text: "请来看看" })],
  ["extend", () => ({ days: 2, text: "等配件" })],
  ["merge", (random) => ({ into: 1 + Math.floor(random() * 40) })],
  ["reclassify", (random) => ({ kind: one(CALM, random) })],
  ["exclude", () => ({ text: "外小区" })],
  ["withdraw", () => ({})],
  ["withdraw", () => ({})],
  ["reopen", () => ({ text: "还没好" })],
  ["reopen", () => ({ text: "又坏了" })],
  ["rate", (random) => ({ mark: 1 + Math.floor(random() * 5) })],
  ["rate", (random) => ({ mark: 1 + Math.floor(random() * 5) })],
];

const BY_RESIDENT: readonly Verb[] = ["withdraw", "reopen", "rate"];

function one<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)] as T;
}

/**
 * Lets a community live for some weeks, always the same way for a seed: matters are told, asked about, filed, finished, sent back, merged,
 * made into disputes and back, withdrawn, taken up again and undone at random moments, through the real office on a real database.
 */
export async function liveWeeks({ database }: Fresh, seed: number, start: Instant, weeks: number, deeds: number): Promise<void> {
  const random = chanceOf(seed);
  const office: Office = { ...house, register: createRegister(database), reachable: () => true };
  const reporters = new Map<number, Actor>();
  const end = start + weeks * 7 * DAY;
  let now = start;
  for (let count = 0; count < deeds && now < end; count++) {
    now += Math.floor((random() * 2 * (end - start)) / deeds);
    while (await ringNext(office, now));
    // People mostly answer what they were told of lately.
    const back = random() < 0.6 ? Math.min(8, reporters.size) : reporters.size;
    const number = Math.max(1, reporters.size - Math.floor(random() * back));
    if (random() < 0.3 || reporters.size === 0) {
      const who: Actor = random() < 0.5 ? people.resident : people.neighbour;
      const room = one(ROOMS, random);
      const building = random() < 0.8 ? { building: String(1 + Math.floor(random() * 5)) } : {};
      const reading = {
        ...lampReading,
        kind: random() < 0.03 ? ("hazard" as const) : one(CALM, random),
        category: one(CATEGORIES, random),
        // An unanswered danger is called for every half hour: a few of them are enough.
        urgency: random() < 0.02 ? ("danger" as const) : ("ordinary" as const),
        place: { estate: room === ROOMS[1] ? "槐荫巷小区" : "葵花里小区", ...building },
        sure: random() < 0.7,
      };
      const matter = await fileReport(office, { reading, reporter: who, home: {}, ...(room && { room }) }, [], "话", now);
      if (matter !== undefined) reporters.set(matter.ticket.number, who);
    } else if (random() < 0.08) {
      await takeBackLast(office, number, people.secretary, [], now);
    } else {
      const [verb, rest] = one(DEEDS, random);
      const by = BY_RESIDENT.includes(verb) ? (reporters.get(number) ?? people.resident) : people.secretary;
      const at = verb === "suspend" ? { at: now + Math.floor(random() * 10) * DAY + MINUTE } : {};
      const done = await carryOut(office, number, { verb, by, ...rest(random), ...at }, now);
      // A slip of the finger is noticed at once.
      if (done !== undefined && !("refused" in done.decision) && random() < 0.12) {
        now += MINUTE;
        await takeBackLast(office, number, by, [], now);
      }
    }
  }
}
