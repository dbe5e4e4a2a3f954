import type { Kysely, Transaction } from "kysely";
import { StoreError } from "../shared/errors.ts";
import { replay, type TicketEvent } from "../tickets/ticket.ts";
import type { Database } from "./database/open.ts";
import type { Schema } from "./database/schema.ts";
import { sha256 } from "./hash.ts";

/** The end of the history: the last ticket's number, the last event's place and its hash. */
export type Head = { number: number; seq: number; hash: string };

/** Takes the chain's head for this transaction; another process waits here until it is over. */
export async function holdChain(tx: Transaction<Schema>, kind: Database["kind"]): Promise<Head> {
  const query = tx.selectFrom("chain").select(["number", "seq", "hash"]).where("id", "=", 1);
  const head = await (kind === "postgres" ? query.forUpdate() : query).executeTakeFirst();
  if (head === undefined) throw new StoreError("the chain of events has no head; restore a backup");
  return head;
}

/** Adds events, each with the hash of the one before, and moves the head. */
export async function appendEvents(
  tx: Transaction<Schema>,
  head: Head,
  ticket: number,
  events: readonly TicketEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const last = await tx
    .selectFrom("events")
    .select(({ fn }) => fn.max("position").as("position"))
    .where("ticket", "=", ticket)
    .executeTakeFirst();
  let position = last?.position ?? 0;
  for (const event of events) {
    const row = {
      seq: head.seq + 1,
      ticket,
      position: ++position,
      type: event.type,
      at: event.at,
      by: event.by,
      text: event.text ?? null,
      set: JSON.stringify(event.set),
      prev: head.hash,
    };
    const hash = hashOf(row);
    await tx
      .insertInto("events")
      .values({ ...row, hash })
      .execute();
    head.seq = row.seq;
    head.hash = hash;
  }
  await tx.updateTable("chain").set({ seq: head.seq, hash: head.hash }).where("id", "=", 1).execute();
}

type Link = Omit<Schema["events"], "hash">;

function hashOf({ seq, ticket, position, type, at, by, text, set, prev }: Link): string {
  return sha256(JSON.stringify([seq, ticket, position, type, at, by, text, set, prev]));
}

/** Everything that happened to a ticket, in order. */
export async function historyOf(db: Kysely<Schema>, ticket: number): Promise<readonly TicketEvent[]> {
  const rows = await db.selectFrom("events").selectAll().where("ticket", "=", ticket).orderBy("position").execute();
  return rows.map(({ type, at, by, text, set }) => ({
    type,
    at,
    by,
    ...(text === null ? {} : { text }),
    set: JSON.parse(set) as TicketEvent["set"],
  }));
}

/** What `xiaoge verify` found: how much was checked, and the first thing that is wrong. */
export type Verdict = { readonly events: number; readonly tickets: number; readonly wrong?: string };

const PAGE = 2_000;

/** Walks the whole history: no event missing, changed or added from outside, and every ticket is what its events tell. */
export async function verifyChain(db: Kysely<Schema>): Promise<Verdict> {
  let seq = 0;
  let hash = "";
  for (;;) {
    const page = await db.selectFrom("events").selectAll().where("seq", ">", seq).orderBy("seq").limit(PAGE).execute();
    if (page.length === 0) break;
    for (const row of page) {
      if (row.seq !== seq + 1) return { events: seq, tickets: 0, wrong: `event ${seq + 1} is missing` };
      if (row.prev !== hash || hashOf(row) !== row.hash) {
        return { events: seq, tickets: 0, wrong: `event ${row.seq} (ticket #${row.ticket}) was changed after it was written` };
      }
      seq = row.seq;
      hash = row.hash;
    }
  }
  const head = await db.selectFrom("chain").selectAll().where("id", "=", 1).executeTakeFirst();
  if (head?.seq !== seq || head.hash !== hash) return { events: seq, tickets: 0, wrong: "the last events are missing" };
  return verifyTickets(db, seq);
}

async function verifyTickets(db: Kysely<Schema>, events: number): Promise<Verdict> {
  let number = 0;
  let tickets = 0;
  for (;;) {
    const page = await db
      .selectFrom("tickets")
      .select(["number", "document"])
      .where("number", ">", number)
      .orderBy("number")
      .limit(200)
      .execute();
    const [first, last] = [page[0], page.at(-1)];
    if (first === undefined || last === undefined) return { events, tickets };

    const rows = await db
      .selectFrom("events")
      .selectAll()
      .where("ticket", ">=", first.number)
      .where("ticket", "<=", last.number)
      .orderBy("position")
      .execute();
    for (const row of page) {
      const told = replay(
        row.number,
        rows
          .filter(({ ticket }) => ticket === row.number)
          .map(({ type, at, by, set }) => ({ type, at, by, set: JSON.parse(set) as TicketEvent["set"] })),
      );
      if (sorted(told) !== sorted(JSON.parse(row.document)))
        return { events, tickets, wrong: `ticket #${row.number} is not what its events tell` };
      tickets++;
    }
    number = last.number;
  }
}

/** JSON with the keys in order, so that two equal things read alike. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** Grows with every event; nothing else tells as cheaply that something happened. */
export async function chainHead({ db }: { readonly db: Kysely<Schema> }): Promise<number> {
  return (await db.selectFrom("chain").select("seq").executeTakeFirst())?.seq ?? 0;
}
