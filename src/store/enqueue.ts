import type { Transaction } from "kysely";
import type { Sentence } from "../tickets/saying/sentence.ts";
import type { Schema } from "./database/schema.ts";

/**
 * Queues sentences, each key once. A later sentence to the reporter of a ticket takes the place of one that has not been said yet:
 * nobody reads at 07:30 what was true at 22:10.
 */
export async function enqueue(tx: Transaction<Schema>, sentences: readonly Sentence[]): Promise<void> {
  for (const sentence of sentences) {
    const place = sentence.toReporter === true ? await supersede(tx, sentence) : addressOf(sentence);
    await tx
      .insertInto("outbox")
      .values({
        key: sentence.key,
        ...place,
        wording: sentence.wording,
        fill: JSON.stringify(sentence.fill),
        promise: sentence.promise ?? null,
        ticket: sentence.ticket ?? null,
        purpose: sentence.purpose,
        urgent: sentence.urgent ? 1 : 0,
        to_reporter: sentence.toReporter === true ? 1 : 0,
        due_at: sentence.dueAt,
        state: "waiting",
        picture: sentence.picture ?? null,
        follows: sentence.follows ?? null,
      })
      .onConflict((conflict) => conflict.column("key").doNothing())
      .execute();
  }
}

type Place = { readonly room: string | null; readonly person: string | null; readonly alias: string | null };

/** Drops the unsaid sentence before this one; it is said where that one would have been, so a group's promise is not left hanging. */
async function supersede(tx: Transaction<Schema>, sentence: Sentence): Promise<Place> {
  const earlier = await tx
    .selectFrom("outbox")
    .select(["id", "room", "person", "alias"])
    .where("ticket", "=", sentence.ticket ?? -1)
    .where("to_reporter", "=", 1)
    .where("state", "=", "waiting")
    .where("key", "!=", sentence.key)
    .execute();
  const [first] = earlier;
  if (first === undefined) return addressOf(sentence);

  const ids = earlier.map(({ id }) => id);
  await tx
    .updateTable("outbox")
    .set({ state: "dropped", why: `replaced by ${sentence.wording}` })
    .where("id", "in", ids)
    .execute();
  // What has become a quarrel meanwhile is not spoken of in the group, not even to say that it is not.
  const ticket = await tx
    .selectFrom("tickets")
    .select("kind")
    .where("number", "=", sentence.ticket ?? -1)
    .executeTakeFirst();
  if (ticket?.kind === "dispute") return addressOf(sentence);
  return { room: first.room, person: first.person, alias: first.alias };
}

function addressOf({ to }: Sentence): Place {
  if ("person" in to) return { room: null, person: to.person.id, alias: to.person.alias };
  return { room: to.room, person: to.mention?.id ?? null, alias: to.mention?.alias ?? null };
}
