import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actCommand } from "../commands/act.ts";
import { readConfig } from "../config.ts";
import { MINUTE } from "../shared/instant.ts";
import { createRegister } from "../store/register.ts";
import { VERBS, type Verb } from "../tickets/command.ts";
import { fileReport } from "../tickets/office.ts";
import { mayDo } from "../tickets/permit.ts";
import type { Actor, Ticket } from "../tickets/ticket.ts";
import { at, house, lampReading, opened, people } from "./house.ts";
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
    reporter: ["withdraw", "recall", "thank", "supplement", "rate", "reopen"],
    supporter: ["supplement", "rate", "reopen"],
    party: ["supplement"],
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
};

describe("on every road", () => {
  let scene: Scene;
  let number: number;
  const office = () => ({ ...house, register: createRegister(scene.database), reachable: () => false });
  const events = async (): Promise<number> =>
    (await scene.database.db.selectFrom("events").select("seq").where("ticket", "=", number).execute()).length;
  /** The ticket was raised by somebody else, in another grid than anybody's who is asked here. */
  const open = async (): Promise<void> => {
    const opening = { reading: lampReading, reporter: stranger, home: {}, room: "葵花里小区居民群" };
    number = (await fileReport(office(), opening, [], "灯坏了", START))?.ticket.number ?? 0;
  };
  beforeAll(async () => {
    scene = await openScene({ start: START });
    await open();
  });
  afterAll(() => scene.close());

  const others = [people.otherWorker, people.patrol, people.mediator, people.unit, people.otherUnit, people.volunteer];
  const asked = Object.entries(WORDS) as [Verb, string][];

  it("chat: whose matter it is not changes nothing by saying so", async () => {
    const before = await events();
    for (const { alias } of [...others, people.resident]) {
      for (const [, words] of asked) await scene.says(alias, "private", `${number} ${words}`);
    }
    await scene.pass(MINUTE);
    expect(await events()).toBe(before);
  });

  it("the board: neither", async () => {
    const before = await events();
    for (const by of [...others, people.resident]) {
      for (const [verb] of asked) {
        const done = await scene
          .app()
          .act(number, { verb, by, text: "原因", days: 2, to: "郭敏", kind: "proposal", at: START * 2 });
        expect(done?.decision, `${by.alias} ${verb}`).toEqual({ refused: "notYours" });
      }
    }
    expect(await events()).toBe(before);
  });

  it("the command line: neither", { timeout: 60_000 }, async () => {
    const before = await events();
    const config = readConfig({ DATA_DIR: scene.dataDir });
    const given = { config, environment: {}, log: () => {}, input: (async function* () {})(), write: () => {}, warn: () => {} };
    // Each start reads all data files: every order once, by another person each time.
    for (const [index, [, words]] of asked.entries()) {
      const name = others[index % others.length]?.name ?? "";
      await expect(actCommand.run({ ...given, arguments: [String(number), words, "--as", name] })).rejects.toThrow(
        /was not changed|no order/,
      );
    }
    expect(await events()).toBe(before);
  });

  it("chat, board and command line: whose it is, may", async () => {
    const config = readConfig({ DATA_DIR: scene.dataDir });
    const written: string[] = [];
    const given = {
      config,
      environment: {},
      log: () => {},
      input: (async function* () {})(),
      write: (text: string) => void written.push(text),
      warn: () => {},
    };
    await scene.says("网格员罗强", "private", `${number} 确认`);
    await scene.app().act(number, { verb: "start", by: people.lead });
    await actCommand.run({ ...given, arguments: [String(number), "办结 换了灯泡", "--as", "孟岚"] });
    const rows = await scene.database.db
      .selectFrom("events")
      .select(["type", "by"])
      .where("ticket", "=", number)
      .orderBy("seq")
      .execute();
    expect(rows.slice(1).map(({ type, by }) => `${type} ${by}`)).toEqual([
      "confirmed 网格员罗强",
      "started 网格长沈洁",
      "finished 社区书记孟岚",
    ]);
    expect(written).toEqual([`#${number} finished: 反馈\n`]);
  });
});
