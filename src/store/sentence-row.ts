import type { Selectable } from "kysely";
import type { Row } from "../outbox/queue.ts";
import type { Purpose } from "../tickets/saying/wording.ts";
import type { Schema } from "./database/schema.ts";

/** A row of the outbox as a sentence. */
export function toRow(row: Selectable<Schema["outbox"]>): Row {
  const person = row.person === null ? undefined : { id: row.person, alias: row.alias ?? "" };
  const nobody = { id: "", alias: "" };
  return {
    id: row.id,
    key: row.key,
    to:
      row.room === null ? { person: person ?? nobody } : { room: row.room, ...(person === undefined ? {} : { mention: person }) },
    wording: row.wording,
    fill: JSON.parse(row.fill) as Row["fill"],
    ...(row.promise === null ? {} : { promise: row.promise }),
    ...(row.ticket === null ? {} : { ticket: row.ticket }),
    purpose: row.purpose as Purpose,
    urgent: row.urgent === 1,
    toReporter: row.to_reporter === 1,
    dueAt: row.due_at,
    ...(row.picture === null ? {} : { picture: row.picture }),
    ...(row.follows === null ? {} : { follows: row.follows }),
    attempts: row.attempts,
  };
}
