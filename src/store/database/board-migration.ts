import { type Kysely, sql } from "kysely";
import { pairsOf } from "../board/ticket-words.ts";

const PAGE = 1_000;

/** What the board looks tickets up by, so that no page of a list reads more than it shows; and residents' own links. */
export async function board(db: Kysely<unknown>, kind: "sqlite" | "postgres"): Promise<void> {
  const big = kind === "sqlite" ? "integer" : "bigint";
  await db.schema.alterTable("tickets").addColumn("building", "text").execute();
  await db.schema.alterTable("tickets").addColumn("due", big).execute();
  await fill(db, kind);

  // Each holds all that a list may be narrowed by, so that only rows that are shown are read.
  const facets = "state, kind, category, urgency, grid, estate, building, handler, unit, stage, outcome, due";
  for (const [name, first] of [
    ["facets", "number"],
    ["by_category", "category, number"],
    ["by_handler", "handler, number"],
    ["by_place", "estate, building, number"],
  ] as const) {
    const others = facets.split(", ").filter((column) => !first.split(", ").includes(column));
    await sql`create index ${sql.raw(`tickets_${name} on tickets (${first}, ${others.join(", ")})`)}`.execute(db);
  }
  await sql`create index ${sql.raw(`tickets_open on tickets (number, ${facets}) where state = 'open'`)}`.execute(db);
  await sql`create index tickets_due on tickets (due, number) where state = 'open'`.execute(db);
  await sql`create index tickets_called on tickets (unit, number) where unit is not null`.execute(db);
  await db.schema.createIndex("tickets_opened").on("tickets").columns(["opened_at"]).execute();
  await db.schema.createIndex("tickets_closed").on("tickets").columns(["closed_at"]).execute();

  const words = db.schema
    .createTable("ticket_words")
    .addColumn("word", "text", (column) => column.notNull())
    .addColumn("ticket", big, (column) => column.notNull())
    .addPrimaryKeyConstraint("ticket_words_key", ["word", "ticket"]);
  await (kind === "sqlite" ? words.modifyEnd(sql`without rowid`) : words).execute();
  await db.schema.createIndex("ticket_words_ticket").on("ticket_words").column("ticket").execute();
  await cut(db as Kysely<Cut>);

  await db.schema
    .createTable("track_links")
    .addColumn("token", "text", (column) => column.primaryKey())
    .addColumn("ticket", big, (column) => column.notNull())
    .addColumn("person", "text", (column) => column.notNull())
    .addColumn("made_at", big, (column) => column.notNull())
    .addUniqueConstraint("track_links_owner", ["ticket", "person"])
    .execute();
}

/** Tickets from before: the building as it is written, the promise as far as a document tells it without its flow; their next change says it exactly. */
async function fill(db: Kysely<unknown>, kind: "sqlite" | "postgres"): Promise<void> {
  const at = (path: readonly string[]) =>
    kind === "sqlite"
      ? sql`json_extract(document, ${sql.lit(`$.${path.join(".")}`)})`
      : sql`document::json #>> ${sql.lit(`{${path.join(",")}}`)}`;
  const promised = sql`case when ${at(["step"])} in ('吹哨', '会商') then ${at(["dues", "respond"])} else ${at(["dues", "act"])} end`;
  const due = kind === "sqlite" ? promised : sql`(${promised})::bigint`;
  await sql`update tickets set building = ${at(["place", "building"])}, due = case when state = 'open' then ${due} end`.execute(
    db,
  );
}

type Cut = { tickets: { number: number; summary: string }; ticket_words: { word: string; ticket: number } };

/** The words of tickets from before, a page at a time. */
async function cut(db: Kysely<Cut>): Promise<void> {
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom("tickets")
      .select(["number", "summary"])
      .where("number", ">", after)
      .orderBy("number")
      .limit(PAGE)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    const values = rows.flatMap(({ number, summary }) => pairsOf(summary).map((word) => ({ word, ticket: number })));
    for (let from = 0; from < values.length; from += PAGE)
      await db
        .insertInto("ticket_words")
        .values(values.slice(from, from + PAGE))
        .execute();
    after = last.number;
  }
}
