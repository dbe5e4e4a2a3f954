import { z } from "zod";
import { readLines } from "../training/read-lines.ts";
import { house } from "./house.ts";
import { type Placing, placeTicket, START } from "./place-ticket.ts";
import { openScene, type Scene } from "./scene.ts";

/** A reply that somebody typed, and what any colleague would take it for. `quoted`: the ticket of the sentence they quoted. */
export const SaidReply = z.object({
  id: z.string(),
  role: z.enum(["gridWorker", "unit", "volunteer", "mediator", "resident", "secretary"]),
  quoted: z.number().nullable(),
  private: z.boolean(),
  says: z.string(),
  expect: z.array(z.object({ verb: z.string(), number: z.number().nullable() })),
});
export type SaidReply = z.output<typeof SaidReply>;

/** What became of a reply: done as meant; asked back; something else was done; nothing. */
export type Understood = "understood" | "asked" | "wrong" | "nothing";

export const readSaid = (file: string): readonly SaidReply[] => readLines(file, SaidReply);

const RESIDENT = "5-1-302 王阿姨";
const SPEAKERS = { gridWorker: "罗强", unit: "周伟", volunteer: "石磊", mediator: "田静", secretary: "孟岚" } as const;
const ROOMS = {
  gridWorker: "网格工作群",
  secretary: "网格工作群",
  mediator: "网格工作群",
  unit: "共建单位群",
  volunteer: "志愿服务群",
  resident: "葵花里小区居民群",
};

/** What history then says, for each order. */
const DONE: { readonly [verb: string]: readonly string[] } = {
  confirm: ["confirmed", "published"],
  reject: ["rejected", "dismissed"],
  start: ["started"],
  arrive: ["arrived"],
  finish: ["finished", "repaired", "passed"],
  extend: ["extended"],
  escalate: ["escalated"],
  transfer: ["transferred", "whistled"],
  note: ["noted"],
  dismiss: ["dismissed"],
  whistle: ["whistled"],
  consult: ["consulted"],
  merge: ["merged"],
  split: ["split"],
  suspend: ["suspended"],
  resume: ["resumed"],
  reclassify: ["reclassified"],
  await: ["paused"],
  explain: ["explained"],
  refer: ["referred"],
  secure: ["secured"],
  notice: ["ordered"],
  pass: ["passed"],
  fault: ["faulted"],
  agenda: ["scheduled"],
  accept: ["reportedIn", "confirmed"],
  object: ["objected"],
  rule: ["ruled"],
  urge: ["urged"],
  exclude: ["excluded"],
  include: ["included"],
  claim: ["claimed"],
  contact: ["contacted"],
  release: ["released"],
  party: ["partyNamed"],
  consent: ["consented"],
  meet: ["meetingSet"],
  agree: ["agreed"],
  fail: ["failed"],
  decline: ["declined"],
  police: ["policed"],
  visit: ["visited", "broken"],
  supplement: ["supplemented"],
  withdraw: ["withdrawn"],
  rate: ["rated"],
  reopen: ["reopened"],
  support: ["supported"],
  thank: ["thanked"],
};

/** What is answered to what is no order about a ticket. */
const ANSWERED: { readonly [verb: string]: RegExp } = {
  track: /由.+负责|正在抓紧办|已办结|没有受理/,
  mine: /您有 \d+ 件|没有在办/,
  help: /引用那一条|有事直接说|认领 编号/,
  undo: /已撤回|两分钟内/,
  offer: /资源清单/,
  private: /在这里说就行|加个好友/,
};

/** Says one reply in a community where its tickets stand as they must, and tells what became of it. */
export async function sayReply(reply: SaidReply): Promise<Understood> {
  const scene = await openScene({ start: START });
  const placing: Placing = { role: reply.role, says: reply.says, resident: RESIDENT };
  try {
    const numbers = new Map(reply.expect.flatMap(({ verb, number }) => (number === null ? [] : [[number, verb] as const])));
    const first = reply.expect[0]?.verb ?? "note";
    if (numbers.size === 0) numbers.set(reply.quoted ?? 99, first);
    for (const [number, verb] of numbers) await placeTicket(scene, placing, number, verb);
    if (first === "merge") await placeTicket(scene, placing, mergedInto(reply), "note");
    const before = await history(scene);

    const who =
      reply.role === "resident"
        ? RESIDENT
        : (house.desk.community.people.find(({ name }) => name === SPEAKERS[reply.role as keyof typeof SPEAKERS])?.alias ?? "");
    const speaker = reply.role === "unit" && reply.says.includes("住建局") ? "县住建局任科长" : who;
    const isPrivate = reply.private || reply.role === "mediator";
    const quote = reply.quoted === null ? "" : `「小格：#${reply.quoted} 有一件事」\n- - - - - - - - - - - - - - -\n`;
    await scene.says(speaker, isPrivate ? "private" : { room: ROOMS[reply.role] }, `${quote}${reply.says}`);
    await scene.pass(30_000);
    return judge(reply, (await history(scene)).slice(before.length), said(scene, speaker));
  } finally {
    await scene.close();
  }
}

function mergedInto(reply: SaidReply): number {
  const own = reply.expect[0]?.number;
  return (
    [...reply.says.replace(/[０-９]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0)).matchAll(/\d+/g)]
      .map(([digits]) => Number(digits))
      .find((number) => number !== own) ?? 7
  );
}

type Entry = { readonly ticket: number; readonly type: string };

async function history(scene: Scene): Promise<readonly Entry[]> {
  const rows = await scene.database.db.selectFrom("events").select(["ticket", "type"]).orderBy("seq").execute();
  return rows.map(({ ticket, type }) => ({ ticket: Number(ticket), type }));
}

function said(scene: Scene, who: string): readonly string[] {
  return [`dm:${who}`, ...house.desk.community.rooms.map(({ topic }) => topic)].flatMap((place) => scene.heard(place));
}

function judge(reply: SaidReply, events: readonly Entry[], texts: readonly string[]): Understood {
  const isAsked = texts.some((text) => /您是要|请把原因|请写|请带上编号|没找到|没对上/.test(text));
  const others = events.filter(({ type }) => type !== "opened" && type !== "absorbed");
  const wanted = reply.expect.filter(({ verb }) => DONE[verb] !== undefined);
  const asking = reply.expect.find(({ verb }) => ANSWERED[verb] !== undefined);
  if (asking !== undefined && texts.some((text) => ANSWERED[asking.verb]?.test(text))) return "understood";
  const isDone = wanted.every(({ verb, number }) =>
    others.some(({ type, ticket }) => DONE[verb]?.includes(type) && (number === null || ticket === number)),
  );
  if (wanted.length > 0 && isDone && others.length === wanted.length) return "understood";
  if (others.some(({ type }) => type !== "noted")) return "wrong";
  if (isAsked) return "asked";
  return "nothing";
}
