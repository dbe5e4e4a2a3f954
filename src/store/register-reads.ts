import type { Kysely } from "kysely";
import type { Matter, Register } from "../tickets/register.ts";
import type { Ticket } from "../tickets/ticket.ts";
import type { Schema } from "./database/schema.ts";

/** What is asked of the register without changing it. */
export function readsOf(db: Kysely<Schema>): Omit<Register, "transact"> {
  const list = async (rows: Promise<{ document: string; summary: string }[]>): Promise<Matter[]> => (await rows).map(toMatter);
  const tickets = () => db.selectFrom("tickets").select(["document", "summary"]);
  return {
    matter: (number) => findMatter(db, number),
    askedBy: (person) =>
      list(
        tickets()
          .innerJoin("ticket_people", "ticket_people.ticket", "tickets.number")
          .where("ticket_people.person", "=", person)
          .orderBy("number", "desc")
          .limit(50)
          .execute(),
      ),
    waitingFor: (handler) =>
      list(tickets().where("handler", "=", handler).where("state", "=", "open").orderBy("number").limit(50).execute()),
    calledTo: (unit) =>
      list(tickets().where("unit", "=", unit).where("state", "=", "open").orderBy("number").limit(50).execute()),
    onAgenda: () =>
      list(
        tickets()
          .where("kind", "=", "proposal")
          .where("stage", "=", "onAgenda")
          .where("state", "=", "open")
          .orderBy("number")
          .execute(),
      ),
    unclaimed: () =>
      list(
        tickets()
          .leftJoin("claims", "claims.ticket", "tickets.number")
          .where("kind", "=", "wish")
          .where("state", "=", "open")
          .where("stage", "=", "pool")
          .where("claims.ticket", "is", null)
          .orderBy("number")
          .limit(20)
          .execute(),
      ),
    claimedBy: (person) =>
      list(
        tickets()
          .innerJoin("claims", "claims.ticket", "tickets.number")
          .where("claims.person", "=", person)
          .orderBy("number")
          .execute(),
      ),
    openAfter: (number) =>
      list(tickets().where("number", ">", number).where("state", "=", "open").orderBy("number").limit(200).execute()),
    openIn: (room, since) =>
      list(
        tickets()
          .where("room", "=", room)
          .where("opened_at", ">=", since)
          .where("state", "=", "open")
          .where("kind", "!=", "dispute")
          .orderBy("number", "desc")
          .limit(20)
          .execute(),
      ),
    toldTo: (person, room, since) => {
      const said = db
        .selectFrom("outbox")
        .select("outbox.ticket")
        .where("said_at", ">=", since)
        .where("person", "=", person)
        .where("ticket", "is not", null);
      const here = room === undefined ? said : said.where((eb) => eb.or([eb("room", "is", null), eb("room", "=", room)]));
      return list(
        tickets()
          .where("number", "in", here)
          .where("state", "=", "open")
          .where("kind", "!=", "dispute")
          .orderBy("number")
          .limit(20)
          .execute(),
      );
    },
    openMatters: async (estate) => {
      const found = await list(
        tickets()
          .where("state", "=", "open")
          .where("kind", "!=", "dispute")
          .where("estate", estate === undefined ? "is" : "=", estate ?? null)
          .orderBy("number", "desc")
          .limit(50)
          .execute(),
      );
      return found.map(({ ticket, summary }) => ({
        number: ticket.number,
        kind: ticket.kind,
        category: ticket.category,
        summary,
        place: ticket.place,
        by: ticket.reporters[0]?.alias ?? "",
      }));
    },
    nextTimer: async () => (await db.selectFrom("timers").select("at").orderBy("at").limit(1).executeTakeFirst())?.at,
  };
}

/** One ticket with the words that people read of it. */
export async function findMatter(db: Kysely<Schema>, number: number): Promise<Matter | undefined> {
  if (!Number.isSafeInteger(number)) return undefined;
  const row = await db.selectFrom("tickets").select(["document", "summary"]).where("number", "=", number).executeTakeFirst();
  return row === undefined ? undefined : toMatter(row);
}

function toMatter({ document, summary }: { document: string; summary: string }): Matter {
  return { ticket: JSON.parse(document) as Ticket, summary };
}
