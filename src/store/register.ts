import type { Transaction as KyselyTransaction } from "kysely";
import type { Instant } from "../shared/instant.ts";
import type { Matter, Register, Settled, Transaction } from "../tickets/register.ts";
import type { Ticket, TicketEvent } from "../tickets/ticket.ts";
import { keepWords } from "./board/ticket-words.ts";
import { appendEvents, historyOf, holdChain } from "./chain.ts";
import type { Database } from "./database/open.ts";
import type { Schema } from "./database/schema.ts";
import { enqueue } from "./enqueue.ts";
import { findMatter, readsOf } from "./register-reads.ts";

/** Tickets, their history, clocks and sentences. Whatever changes them goes through one transaction that holds the chain's head. */
export function createRegister({ db, kind }: Database): Register {
  return { transact: (work) => inTransaction({ db, kind }, (transaction) => work(transaction)), ...readsOf(db) };
}

/** One transaction that holds the chain's head: whatever changes tickets or affairs goes through here, one after another. */
export function inTransaction<T>(
  { db, kind }: Pick<Database, "db" | "kind">,
  work: (transaction: Transaction, tx: KyselyTransaction<Schema>) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (tx) => work(transactionOn(tx, kind, await holdChain(tx, kind)), tx));
}

type Head = { number: number; seq: number; hash: string };

function transactionOn(tx: KyselyTransaction<Schema>, kind: Database["kind"], head: Head): Transaction {
  return {
    nextNumber: async () => {
      head.number += 1;
      await tx.updateTable("chain").set({ number: head.number }).where("id", "=", 1).execute();
      return head.number;
    },
    matter: (number) => findMatter(tx, number),
    history: (number) => historyOf(tx, number),
    save: (matter, events, timers, due) => save(tx, head, matter, events, timers, due),
    unsettled: async (rows) => {
      if (rows.length === 0) return [];
      const query = tx
        .selectFrom("messages")
        .select("id")
        .where("id", "in", [...rows])
        .where("state", "=", "heard");
      return (await (kind === "postgres" ? query.forUpdate() : query).execute()).map(({ id }) => id);
    },
    settle: (rows, as) => settle(tx, rows, as),
    hush: async (ticket, wordings) => {
      const waiting = tx
        .updateTable("outbox")
        .set({ state: "dropped", why: "no longer true" })
        .where("ticket", "=", ticket)
        .where("state", "=", "waiting");
      const those = wordings === "all" ? waiting : waiting.where("wording", "in", [...wordings]);
      return (await those.returning("wording").execute()).map(({ wording }) => wording);
    },
    unsay: async (ticket, { type, at }) => {
      const ofIt = `${ticket}:${type}:${at}:%`;
      await tx
        .updateTable("outbox")
        .set({ state: "dropped", why: "taken back" })
        .where("key", "like", ofIt)
        .where("state", "=", "waiting")
        .execute();
      const told = await tx
        .selectFrom("outbox")
        .select("id")
        .where("key", "like", ofIt)
        .where("to_reporter", "=", 1)
        .where("state", "in", ["said", "sending", "held"])
        .limit(1)
        .executeTakeFirst();
      return told !== undefined;
    },
    forgetWords: async (ticket) => {
      await tx
        .updateTable("outbox")
        .set({ fill: "{}", text: null })
        .where("ticket", "=", ticket)
        .where("state", "!=", "waiting")
        .execute();
    },
    offer: async (unit, text, at) => {
      await tx.insertInto("offers").values({ unit, text, at }).execute();
    },
    say: (sentences) => enqueue(tx, sentences),
    claimFiring: async (entry, room, slot, now) => {
      const row = await tx
        .insertInto("firings")
        .values({ entry, room, slot, fired_at: now })
        .onConflict((conflict) => conflict.doNothing())
        .returning("slot")
        .executeTakeFirst();
      return row !== undefined;
    },
    takeTimer: (now) => takeTimer(tx, kind, now),
  };
}

async function save(
  tx: KyselyTransaction<Schema>,
  head: Head,
  { ticket, summary }: Matter,
  events: readonly TicketEvent[],
  timers: Parameters<Transaction["save"]>[2],
  due: Instant | undefined,
): Promise<void> {
  const row = {
    kind: ticket.kind,
    category: ticket.category,
    urgency: ticket.urgency,
    estate: ticket.place.estate ?? null,
    stage: ticket.stage,
    state: ticket.state,
    outcome: ticket.state === "closed" ? ticket.outcome : null,
    grid: ticket.grid ?? null,
    handler: ticket.handler,
    unit: ticket.unit ?? null,
    room: ticket.room ?? null,
    opened_at: ticket.openedAt,
    closed_at: ticket.state === "closed" ? ticket.closedAt : null,
    summary,
    document: JSON.stringify(ticket),
    building: ticket.place.building ?? null,
    due: ticket.state === "closed" ? null : (due ?? null),
  };
  await keepWords(tx, ticket.number, summary);
  await tx
    .insertInto("tickets")
    .values({ number: ticket.number, ...row })
    .onConflict((conflict) => conflict.column("number").doUpdateSet(row))
    .execute();
  const people = [...ticket.reporters, ...ticket.supporters, ...(ticket.parties ?? [])].map(({ id }) => ({
    ticket: ticket.number,
    person: id,
  }));
  await tx
    .insertInto("ticket_people")
    .values(people)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await appendEvents(tx, head, ticket.number, events);
  await keepClaim(tx, ticket);

  if (timers.cancel.length > 0) {
    await tx
      .deleteFrom("timers")
      .where("ticket", "=", ticket.number)
      .where("name", "in", [...timers.cancel])
      .execute();
  }
  for (const { name, at } of timers.set) {
    await tx
      .insertInto("timers")
      .values({ ticket: ticket.number, name, at })
      .onConflict((conflict) => conflict.columns(["ticket", "name"]).doUpdateSet({ at }))
      .execute();
  }
}

/** One live claim on a wish: the table's key refuses a second one, whoever writes it. */
async function keepClaim(tx: KyselyTransaction<Schema>, { number, kind, claimant, state }: Ticket): Promise<void> {
  if (kind !== "wish") return;
  if (claimant === undefined || state === "closed") {
    await tx.deleteFrom("claims").where("ticket", "=", number).execute();
    return;
  }
  const held = await tx.selectFrom("claims").select("person").where("ticket", "=", number).executeTakeFirst();
  if (held?.person !== claimant.id) await tx.insertInto("claims").values({ ticket: number, person: claimant.id }).execute();
}

async function settle(tx: KyselyTransaction<Schema>, rows: readonly number[], settled: Settled): Promise<void> {
  if (rows.length === 0) return;
  const change =
    settled.as === "filed" ? { state: settled.as, ticket: settled.ticket } : { state: settled.as, body: null, channel_id: null };
  // A message that was taken back meanwhile stays taken back, and one that was filed is not forgotten with the thanks for it.
  await tx
    .updateTable("messages")
    .set(change)
    .where("id", "in", [...rows])
    .where("state", "=", "heard")
    .execute();
}

async function takeTimer(tx: KyselyTransaction<Schema>, kind: Database["kind"], now: Instant) {
  const query = tx.selectFrom("timers").selectAll().where("at", "<=", now).orderBy("at").orderBy("ticket").limit(1);
  const timer = await (kind === "postgres" ? query.forUpdate().skipLocked() : query).executeTakeFirst();
  if (timer !== undefined)
    await tx.deleteFrom("timers").where("ticket", "=", timer.ticket).where("name", "=", timer.name).execute();
  return timer;
}
