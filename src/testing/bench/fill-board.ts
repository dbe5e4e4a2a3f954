import { sql } from "kysely";
import { HOUR, type Instant, MINUTE } from "../../shared/instant.ts";
import { pairsOf } from "../../store/board/ticket-words.ts";
import type { Database } from "../../store/database/open.ts";
import type { Facts, Ticket, TicketEvent } from "../../tickets/ticket.ts";
import { house } from "../house.ts";

const KINDS = ["demand", "demand", "demand", "demand", "hazard", "wish", "inquiry", "proposal", "dispute"] as const;
const CATEGORIES = ["路灯", "电梯", "漏水", "下水道", "保洁", "停车", "噪音", "门禁", "供电", "墙体", "绿化", "道路"] as const;
const THINGS = [
  "楼道灯不亮",
  "电梯停在三楼",
  "厨房顶上漏水",
  "下水道堵了返水",
  "垃圾没人清",
  "车位被占了",
  "半夜装修太吵",
  "单元门关不上",
  "停电半天了",
  "外墙掉水泥块",
  "树枝挡住窗户",
  "路面有个大坑",
];
const SPOTS = ["西侧楼道", "北门口", "车棚旁", "三楼平台", "地下室", "花坛边", "二单元门前", "快递柜旁"];
const BATCH = 500;

/** Numbers that look like chance and are the same in every run. */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Fills a fresh database with tickets over the years before `now`, three in a hundred of them open, with their histories and words. The chain's hashes are not real. */
export async function fillBoard({ db, kind }: Database, count: number, now: Instant, years = 8): Promise<void> {
  const chance = chanceFrom(7);
  const span = years * 365 * 24 * HOUR;
  let seq = 0;
  for (let first = 1; first <= count; first += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, count - first + 1) }, (_, index) => first + index);
    const lives = numbers.map((number) => lifeOf(number, now - span * (1 - number / count) - HOUR, now, chance));
    const events = lives.flatMap(({ ticket, history }) =>
      history.map((event, position) => {
        seq += 1;
        const row = {
          seq,
          ticket: ticket.number,
          position: position + 1,
          type: event.type,
          at: event.at,
          by: event.by,
          text: event.text ?? null,
        };
        return { ...row, set: JSON.stringify(event.set), prev: "", hash: String(seq) };
      }),
    );
    const words = lives.flatMap(({ ticket, summary }) => pairsOf(summary).map((word) => ({ word, ticket: ticket.number })));
    const people = lives.map(({ ticket }) => ({ ticket: ticket.number, person: ticket.reporters[0]?.id ?? "" }));
    await db.transaction().execute(async (tx) => {
      await tx.insertInto("tickets").values(lives.map(rowOf)).execute();
      await tx.insertInto("ticket_people").values(people).execute();
      for (let from = 0; from < events.length; from += 1_000)
        await tx
          .insertInto("events")
          .values(events.slice(from, from + 1_000))
          .execute();
      for (let from = 0; from < words.length; from += 5_000)
        await tx
          .insertInto("ticket_words")
          .values(words.slice(from, from + 5_000))
          .execute();
    });
  }
  await db.updateTable("chain").set({ number: count, seq }).execute();
  // What PostgreSQL does by itself in the hours in which a real community grows so large.
  if (kind === "postgres")
    for (const table of ["tickets", "ticket_words", "events"]) await sql`vacuum analyze ${sql.table(table)}`.execute(db);
}

type Lived = { readonly ticket: Ticket; readonly summary: string; readonly history: readonly TicketEvent[] };

function lifeOf(number: number, openedAt: Instant, now: Instant, chance: () => number): Lived {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T;
  const kind = pick(KINDS);
  const index = Math.floor(chance() * CATEGORIES.length);
  const estate = pick(house.desk.community.estates);
  const building = String(1 + Math.floor(chance() * (estate.buildings ?? 1)));
  const grid = house.desk.community.grids.find(({ places }) =>
    places.some(
      (patch) =>
        patch.estate === estate.name &&
        (patch.buildings === undefined || (Number(building) >= patch.buildings.from && Number(building) <= patch.buildings.to)),
    ),
  );
  const handler = kind === "dispute" ? "田静" : (grid?.worker ?? "孟岚");
  const room = 1 + Math.floor(chance() * 600);
  const reporter = { id: `p${Math.floor(chance() * 20_000)}`, alias: `${building}-${1 + (room % 4)}-${100 + room} 住户` };
  const isOpen = now - openedAt < 20 * 24 * HOUR ? chance() < 0.5 : chance() < 0.02;
  const facts: Omit<Facts, "number"> = {
    kind,
    category: CATEGORIES[index] ?? "其他",
    urgency: kind === "hazard" ? "danger" : "ordinary",
    place: { estate: estate.name, building, spot: pick(SPOTS) },
    ...(grid === undefined ? {} : { grid: grid.name }),
    level: "grid",
    handler,
    firstHandler: handler,
    room: `${estate.name}居民群`,
    reporters: [reporter],
    supporters: [],
    flow: "demand@1",
    stage: house.flowFor(kind).flow.initial,
    step: "吹哨",
    openedAt,
    dues: { respond: openedAt + 4 * HOUR, act: openedAt + 7 * 24 * HOUR },
  };
  const history: TicketEvent[] = [{ type: "opened", at: openedAt, by: reporter.alias, set: facts }];
  const add = (type: string, after: number, set: TicketEvent["set"], text?: string): void => {
    history.push({
      type,
      at: openedAt + after,
      by: house.desk.community.people.find(({ name }) => name === handler)?.alias ?? handler,
      ...(text === undefined ? {} : { text }),
      set,
    });
  };
  if (!isOpen || chance() < 0.6)
    add("confirmed", 30 * MINUTE, {
      stage: kind === "demand" ? "accepted" : facts.stage,
      step: "报到",
      respondedAt: openedAt + 30 * MINUTE,
    });
  if (kind === "wish") add("published", 2 * HOUR, { stage: "pool" });
  const called = chance() < 0.2 && kind === "demand" ? house.desk.community.units[index % 4] : undefined;
  if (called !== undefined) {
    const at = openedAt + HOUR;
    const reportedInAt = at + Math.floor(chance() * 90) * MINUTE;
    add("whistled", HOUR, { unit: called.name, whistles: [{ unit: called.name, at, reportedInAt }] });
  }
  if (!isOpen) {
    add(
      "finished",
      20 * HOUR,
      { stage: "settled", step: "评价", result: "已修好", closed: { outcome: chance() < 0.9 ? "resolved" : "explained" } },
      "已修好",
    );
    if (chance() < 0.4) add("rated", 26 * HOUR, { rating: 1 + Math.floor(chance() * 5), step: "评价" });
  }
  const state: object = Object.assign({ number }, ...history.map(({ set: { closed: _closed, ...set } }) => set));
  const end = history.find(({ set }) => set.closed)?.set.closed;
  const ticket = {
    ...state,
    ...(end ? { state: "closed", closedAt: openedAt + 20 * HOUR, outcome: end.outcome } : { state: "open" }),
  } as Ticket;
  return { ticket, summary: `${building}号楼${facts.place.spot}${THINGS[index] ?? "有事"}`, history };
}

function rowOf({ ticket, summary }: Lived) {
  const isClosed = ticket.state === "closed";
  return {
    number: ticket.number,
    kind: ticket.kind,
    category: ticket.category,
    urgency: ticket.urgency,
    estate: ticket.place.estate ?? null,
    building: ticket.place.building ?? null,
    stage: ticket.stage,
    state: ticket.state,
    outcome: isClosed ? ticket.outcome : null,
    grid: ticket.grid ?? null,
    handler: ticket.handler,
    unit: ticket.unit ?? null,
    room: ticket.room ?? null,
    opened_at: Math.floor(ticket.openedAt),
    closed_at: isClosed ? Math.floor(ticket.closedAt) : null,
    due: isClosed ? null : Math.floor(ticket.dues[ticket.step === "吹哨" ? "respond" : "act"] ?? 0),
    summary,
    document: JSON.stringify(ticket),
  };
}
