import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actCommand, orderAs } from "../commands/act.ts";
import { readConfig } from "../config.ts";
import { createRegister } from "../store/register.ts";
import { VERBS, type Verb } from "../tickets/command.ts";
import type { Done } from "../tickets/office.ts";
import { mayDo } from "../tickets/permit.ts";
import { type Actor, evolve, type Ticket, type TicketEvent } from "../tickets/ticket.ts";
import { at, house, opened, people } from "./house.ts";
import { openScene, type Scene } from "./scene.ts";

const START = at("2026-09-14T09:00");
const party = { id: "p9", alias: "5-1-402 老周", roles: [] } satisfies Actor;
const stranger = { id: "p8", alias: "6-1-101 路人", roles: [] } satisfies Actor;

/** Everybody, as they stand to a ticket that 王阿姨 raised, 小何 joined, 罗强 handles and 县供电公司 was called to. */
const CAST = {
  reporter: people.resident,
  supporter: people.neighbour,
  stranger,
  party,
  handler: people.worker,
  otherWorker: people.otherWorker,
  lead: people.lead,
  patrol: people.patrol,
  mediator: people.mediator,
  secretary: people.secretary,
  unit: people.unit,
  otherUnit: people.otherUnit,
  claimant: people.volunteer,
} satisfies Record<string, Actor>;
type Who = keyof typeof CAST;

const WORK =
  "confirm reject start arrive finish extend escalate transfer note dismiss whistle consult merge split suspend resume reclassify await explain refer secure notice pass fault agenda".split(
    " ",
  ) as Verb[];
const RULING = ["rule", "urge", "exclude", "include"] as Verb[];
const MEDIATING = ["party", "consent", "meet", "agree", "fail", "decline", "police", "visit"] as Verb[];
const CALLED = ["accept", "object", "start", "arrive", "finish", "extend", "note", "secure"] as Verb[];
const HELD = ["contact", "release", "finish", "note"] as Verb[];

/** Who may order what, by hand from DESIGN and DOMAIN; whatever is not here is refused. */
const MAY: Record<"demand" | "wish" | "dispute", Partial<Record<Who, readonly Verb[]>>> = {
  demand: {
    reporter: ["withdraw", "recall", "thank", "supplement", "rate", "reopen"],
    supporter: ["supplement", "rate", "reopen"],
    stranger: ["support"],
    party: ["support"],
    handler: [...WORK, "support", "release"],
    otherWorker: ["support"],
    lead: [...WORK, "support", "release"],
    patrol: ["support"],
    mediator: ["support"],
    secretary: [...WORK, ...RULING, "support", "release"],
    unit: [...CALLED, "support"],
    otherUnit: ["support"],
    claimant: ["support"],
  },
  wish: {
    reporter: ["withdraw", "recall", "thank", "supplement", "rate", "reopen"],
    supporter: ["supplement", "rate", "reopen"],
    stranger: ["support"],
    party: ["support"],
    handler: [...WORK, "support", "release", "claim"],
    otherWorker: ["support", "claim"],
    lead: [...WORK, "support", "release", "claim"],
    patrol: ["support", "claim"],
    mediator: ["support", "claim"],
    secretary: [...WORK, ...RULING, "support", "release", "claim"],
    unit: [...CALLED, "support", "claim"],
    otherUnit: ["support", "claim"],
    claimant: [...HELD, "support", "claim"],
  },
  dispute: {
    reporter: ["withdraw", "recall", "thank", "supplement", "rate", "reopen", "decline"],
    party: ["supplement", "decline"],
    handler: [...WORK, ...MEDIATING, "release"],
    secretary: [...WORK, ...RULING, ...MEDIATING, "release"],
  },
};

const KINDS = ["demand", "wish", "dispute"] as const;

function ticketOf(kind: (typeof KINDS)[number]): Ticket {
  const { ticket } = opened(START, { kind: kind as "demand" });
  const shared = { ...ticket, supporters: [people.neighbour] };
  const handled = { ...shared, handler: CAST.handler.name ?? "", firstHandler: CAST.handler.name ?? "" };
  if (kind === "dispute") return { ...handled, parties: [party] };
  return { ...handled, unit: "县供电公司", ...(kind === "wish" ? { claimant: people.volunteer } : {}) };
}

const MATRIX = KINDS.flatMap((kind) =>
  (Object.keys(CAST) as Who[]).flatMap((who) =>
    VERBS.map((verb) => ({ kind, who, verb, may: MAY[kind][who]?.includes(verb) === true })),
  ),
);

describe(`who may order what: ${MATRIX.length} cases`, () => {
  it.each(KINDS.flatMap((kind) => (Object.keys(CAST) as Who[]).map((who) => [who, kind] as const)))(
    "%s, of a %s",
    (who, kind) => {
      const given = MATRIX.filter((one) => one.kind === kind && one.who === who);
      const found = given.map(({ verb }) => `${verb} ${mayDo(house.desk, verb, CAST[who], ticketOf(kind)) ? "yes" : "no"}`);
      expect(found).toEqual(given.map(({ verb, may }) => `${verb} ${may ? "yes" : "no"}`));
    },
  );
});

/** An order in the words of chat, for each verb that has some. */
const WORDS: Partial<Record<Verb, string>> = {
  confirm: "确认",
  reject: "退回 不归我们管",
  start: "处理中",
  arrive: "到场",
  finish: "办结 已修好",
  extend: "延期 2天 等配件",
  escalate: "升级 要请单位一起办",
  transfer: "转 郭敏",
  note: "备注 看过了",
  whistle: "吹哨 县供电公司 请来看看",
  consult: "会商 周四下午3点",
  suspend: "挂起 到10月15日 等材料",
  reclassify: "改类 建议",
  await: "待补充 请说是哪盏灯",
  explain: "说明 要等旧改",
  refer: "转介 县医保局",
  urge: "督办",
  rule: "裁定 县供电公司",
  exclude: "排除 重复",
  withdraw: "撤销",
  supplement: "补充 二楼也不亮",
  object: "异议 不是我们的灯",
  dismiss: "不是",
  merge: "合并 #999999",
  split: "拆分 另一处漏水",
  resume: "恢复",
  secure: "排险 已拉警戒线",
  notice: "整改通知 县供电公司 明天18点前",
  pass: "复查合格",
  fault: "复查不合格 还是松动",
  agenda: "列入议题",
  accept: "报到",
  claim: "认领",
  contact: "已联系",
  release: "放弃认领",
  party: "对方 6-1-101 路人",
  consent: "双方同意",
  meet: "约谈 明天上午10点",
  agree: "达成 十点后不放音响",
  fail: "未达成 谈不拢",
  decline: "不愿调解",
  police: "移交派出所",
  visit: "回访 没再吵",
  include: "恢复统计",
  rate: "满意",
  reopen: "没解决",
  thank: "可以感谢",
};

describe("on every road", () => {
  let scene: Scene;
  let ids: Readonly<Record<string, string>>;
  let last = 0;
  beforeAll(async () => {
    scene = await openScene({ start: START });
    const residents = [CAST.reporter, CAST.supporter, CAST.stranger, CAST.party];
    const found = await Promise.all(residents.map(async ({ alias }) => [alias, await idOf(alias)] as const));
    ids = Object.fromEntries(found);
  });
  afterAll(() => scene.close());

  /** Who a resident is to the bot, once they have spoken. */
  async function idOf(alias: string): Promise<string> {
    const { id } = scene.sandbox.stage.person(alias);
    const { actor, known } = await scene
      .app()
      .rollCall.who({ id, alias, name: alias, friend: true }, house.desk.community.rooms[0]);
    await scene.app().rollCall.keep(known);
    return actor.id;
  }
  const known = <T extends { id: string; alias: string }>(person: T): T => ({ ...person, id: ids[person.alias] ?? person.id });

  /** A ticket of that kind in the register, with everybody where the matrix has them. */
  async function place(kind: (typeof KINDS)[number]): Promise<number> {
    const number = ++last;
    const ticket = ticketOf(kind);
    const people = { reporters: ticket.reporters.map(known), supporters: ticket.supporters.map(known) };
    const parties = ticket.parties === undefined ? {} : { parties: ticket.parties.map(known) };
    const { number: _number, state: _state, ...facts } = { ...ticket, ...people, ...parties };
    const event: TicketEvent = { type: "opened", at: START, by: CAST.reporter.alias, set: facts };
    await createRegister(scene.database).transact((transaction) =>
      transaction.save({ ticket: evolve(undefined, number, event), summary: "楼道灯坏了" }, [event], { set: [], cancel: [] }),
    );
    return number;
  }

  const eventsOf = async (number: number): Promise<number> =>
    (await scene.database.db.selectFrom("events").select("seq").where("ticket", "=", number).execute()).length;
  const full = { text: "原因", days: 2, to: "郭敏", kind: "proposal", at: START * 2, mark: 5, into: 999_999 } as const;

  it.each(KINDS)("the board: who may, may, and nobody else, of a %s", { timeout: 60_000 }, async (kind) => {
    const wrong: string[] = [];
    for (const { who, verb, may } of MATRIX.filter((one) => one.kind === kind)) {
      const number = await place(kind);
      const done = await scene.app().act(number, { ...full, verb, by: known(CAST[who]) });
      const isRefused = done !== undefined && "refused" in done.decision && done.decision.refused === "notYours";
      // What is told in private is not merged at all, whoever asks.
      if (isRefused === may && !(verb === "merge" && isPrivate(done))) wrong.push(`${who} ${verb}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each(KINDS)(
    "chat: who may not changes nothing by saying so, and who may is not turned away, of a %s",
    { timeout: 120_000 },
    async (kind) => {
      const wrong: string[] = [];
      for (const { who, verb, may } of MATRIX.filter((one) => one.kind === kind && WORDS[one.verb] !== undefined)) {
        const number = await place(kind);
        scene.heard(`dm:${CAST[who].alias}`);
        await scene.says(CAST[who].alias, "private", `${number} ${WORDS[verb]}`);
        const isChanged = (await eventsOf(number)) > 1;
        if (!may && isChanged) wrong.push(`${who} ${verb}: done`);
        if (may && !isChanged) {
          await scene.pass(1_000);
          if (scene.heard(`dm:${CAST[who].alias}`).some((text) => /不归您|没查到/.test(text)))
            wrong.push(`${who} ${verb}: turned away`);
        }
      }
      expect(wrong).toEqual([]);
    },
  );

  // Residents have no command line.
  it.each(KINDS)(
    "the command line: who may not changes nothing, and who may is not turned away, of a %s",
    { timeout: 60_000 },
    async (kind) => {
      const wrong: string[] = [];
      for (const { who, verb, may } of MATRIX.filter((one) => one.kind === kind && WORDS[one.verb] !== undefined)) {
        const { name }: Actor = CAST[who];
        if (name === undefined) continue;
        const number = await place(kind);
        const said = await orderAs({ house, database: scene.database, now: START }, number, WORDS[verb] ?? "", name).catch(
          String,
        );
        const isChanged = (await eventsOf(number)) > 1;
        if (!may && isChanged) wrong.push(`${who} ${verb}: done`);
        if (may && said.includes("notYours")) wrong.push(`${who} ${verb}: turned away`);
      }
      expect(wrong).toEqual([]);
    },
  );

  it("the command line: whoever may, may", async () => {
    const number = await place("demand");
    const written: string[] = [];
    const given = commandGiven((text) => void written.push(text));
    await actCommand.run({ ...given, arguments: [String(number), "办结 换了灯泡", "--as", "孟岚"] });
    expect(written).toEqual([`#${number} finished: 反馈\n`]);
  });

  function commandGiven(write: (text: string) => void) {
    const config = readConfig({ DATA_DIR: scene.dataDir });
    return { config, environment: {}, log: () => {}, input: (async function* () {})(), write, warn: () => {} };
  }
});

function isPrivate(done: Done | undefined): boolean {
  return done !== undefined && "refused" in done.decision && ["needsNumber", "staysPrivate"].includes(done.decision.refused);
}
