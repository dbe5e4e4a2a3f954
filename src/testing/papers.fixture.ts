import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { paperCommand } from "../commands/paper.ts";
import type { Meeting } from "../council/affair.ts";
import { DAY, HOUR, MINUTE } from "../shared/instant.ts";
import { createDirectory } from "../store/directory.ts";
import { createRegister } from "../store/register.ts";
import { createShelf } from "../store/shelf.ts";
import type { Command, Verb } from "../tickets/command.ts";
import type { Office } from "../tickets/keep.ts";
import { carryOut, fileReport } from "../tickets/office.ts";
import type { Reading } from "../tickets/reading.ts";
import type { Actor } from "../tickets/ticket.ts";
import type { Fresh } from "./databases.ts";
import { givenTo } from "./given.ts";
import { at, house, lampReading, people } from "./house.ts";
import { unzipText } from "./unzip.ts";

export const START = at("2026-09-14T09:00");
export const COMPLAINT = { id: "p7", alias: "3-2-501 李女士" };
export const OTHER_SIDE = { id: "p8", alias: "3-2-601 老赵" };

const meeting: Meeting = {
  number: 3,
  kind: "meeting",
  stage: "public",
  by: "孟岚",
  openedAt: START,
  clocks: {},
  history: [],
  rooms: ["葵花里小区居民群"],
  title: "停车棚改造议事会",
  at: at("2026-09-18T19:30"),
  venue: "社区活动室",
  topics: [
    { text: "停车棚怎么改", ticket: 1 },
    { text: "楼上噪音", ticket: 3 },
  ],
  invited: ["县住建局", "葵花里物业"],
  signUps: [],
  chains: {},
  present: [COMPLAINT, { id: "staff:郭敏", alias: "网格员郭敏" }].map(({ id, alias }) => ({ id, name: alias })),
  entitled: 20,
  came: 14,
  minutes: ["物业说明了两个方案，咨询电话13812345678。"],
  resolutions: [
    { text: "改成立体车棚，同意12 反对2", at: START, ticket: 1 },
    { text: "每户交30元，同意5 反对9", at: START, failed: true },
  ],
  objections: 1,
};

/** A lamp that a unit mended (#1), a wall that was ordered to be mended (#2), a quarrel that was settled (#3), a lamp nobody has looked at (#4), a meeting (3) and one to come (4). */
export async function liveForPapers({ database }: Fresh): Promise<void> {
  const office: Office = { ...house, register: createRegister(database), reachable: () => true };
  const file = async (reading: Partial<Reading>, minutes: number): Promise<void> => {
    const whole = { ...lampReading, place: { estate: "葵花里小区", building: "5", unit: "2" }, ...reading } as typeof lampReading;
    await fileReport(office, { reading: whole, reporter: COMPLAINT, home: {} }, [], whole.summary, START + minutes * MINUTE);
  };
  const order = async (number: number, by: Actor, verb: Verb, after: number, rest: Partial<Command> = {}): Promise<void> => {
    const done = await carryOut(office, number, { verb, by, ...rest }, START + after);
    if (done === undefined || "refused" in done.decision) throw new Error(`${verb} of #${number} is refused`);
  };

  await file({ summary: "5号楼下水道堵了，找李女士" }, 0);
  await order(1, people.worker, "confirm", HOUR);
  await order(1, people.worker, "whistle", HOUR + MINUTE, { to: "县住建局", text: "请来疏通" });
  await order(1, people.otherUnit, "accept", 2 * HOUR);
  await order(1, people.otherUnit, "finish", 30 * HOUR, { text: "已疏通，换了一段管" });

  await file({ kind: "hazard" as never, category: "墙体", urgency: "danger", summary: "外墙掉水泥块" }, 1);
  await order(2, people.worker, "arrive", 20 * MINUTE);
  await order(2, people.worker, "secure", HOUR, { text: "拉了警戒线" });
  await order(2, people.worker, "notice", 2 * HOUR, { to: "县供电公司", at: START + 2 * DAY, text: "县供电公司 加固外墙" });

  await file({ kind: "dispute" as never, category: "噪音", summary: "楼上半夜拖桌子" }, 2);
  await order(3, people.mediator, "confirm", HOUR);
  await order(3, people.mediator, "party", 2 * HOUR, { party: OTHER_SIDE });
  await order(3, people.mediator, "consent", 3 * HOUR);
  await order(3, people.mediator, "meet", 4 * HOUR, { at: START + DAY });
  await order(3, people.mediator, "agree", DAY + HOUR, { text: "晚上十点后不拖桌子，桌脚装软垫" });
  await file({ summary: "5号楼楼道灯坏了" }, 3);

  const directory = createDirectory(database);
  for (const { id, alias } of [COMPLAINT, OTHER_SIDE, { id: "p9", alias: "4-1-101 小何" }])
    await directory.keep({ id, alias, contact: `contact-${id}`, login: "bot", friend: true });
  const shelf = createShelf(database);
  await shelf.transact(async (transaction) => {
    await transaction.saveAffair(meeting);
    await transaction.saveAffair({ ...meeting, number: 4, stage: "called" });
  });
}

/** Writes a paper by the command line; gives its file. */
export async function paper(home: Fresh, ...args: readonly string[]): Promise<string> {
  const file = join(home.dataDir, `${args.join("-").replaceAll(" ", "")}.docx`);
  const { given } = givenTo(home.dataDir, [...args, "--out", file]);
  await paperCommand.run(given);
  return file;
}

/** What a paper says, its texts in order. */
export function textsOf(file: string): readonly string[] {
  if (!existsSync(file)) throw new Error(`${file} was not written`);
  const xml = unzipText(readFileSync(file), "word/document.xml");
  return [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text = ""]) => text);
}
