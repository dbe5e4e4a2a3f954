import type { Submission } from "./board/open311/open311.ts";
import type { Message } from "./intake/message.ts";
import { StoreError } from "./shared/errors.ts";
import type { Instant } from "./shared/instant.ts";
import type { Database } from "./store/database/open.ts";
import { sha256 } from "./store/hash.ts";
import { createJournal } from "./store/journal.ts";
import { publicRequests } from "./store/public-requests.ts";
import type { Opening } from "./tickets/command.ts";
import type { Office } from "./tickets/keep.ts";
import { fileReport } from "./tickets/office.ts";
import type { Triage } from "./tickets/reading.ts";
import { PROGRAM } from "./tickets/saying/address.ts";
import type { Categories } from "./triage/categories.ts";
import { placeReader } from "./triage/place/place.ts";
import type { Redact } from "./triage/redact.ts";

type On = {
  readonly office: Office;
  readonly database: Database;
  readonly triage: Triage;
  readonly categories: Categories;
  readonly mask: Redact;
};

/** As long as a summary may be (`Reading`). */
const SUMMARY = 30;

/**
 * Files what a program of the city sent, as a message in private is filed: recorded first, then read, then opened. The same words for the same
 * address on the same day are one matter, so that a program may send again what it got no answer for. Gives the ticket's number.
 */
export async function fileSubmission(on: On, submission: Submission, now: Instant): Promise<number> {
  const { client, service, address, description } = submission;
  const day = on.office.desk.calendar.zone.day(now);
  const id = `${PROGRAM}${sha256(JSON.stringify([client, service, address, description, day]))}`;
  const message: Message = {
    id,
    sentAt: now,
    speaker: { id: `${PROGRAM}${client}`, alias: client, name: client, friend: false },
    kind: "text",
    text: `${address} ${description}`,
    mentionsBot: false,
  };
  await createJournal(on.database).record([{ message, heardAt: now }]);
  const { heard } = publicRequests(on.database);
  const kept = await heard(id);
  if (kept?.ticket !== undefined) return kept.ticket;
  if (kept?.state !== "heard") throw new StoreError("a submission was not kept");

  const opening = await openingOf(on, submission, message.text, now);
  const filed = await fileReport(on.office, opening, [kept.row], description, now);
  const number = filed?.ticket.number ?? (await heard(id))?.ticket;
  if (number === undefined) throw new StoreError("a submission was not filed");
  return number;
}

/** The client says what it is about; the words still decide whether it is a danger or a quarrel, which go their own ways. */
async function openingOf(
  on: On,
  { client, service, address, description }: Submission,
  text: string,
  now: Instant,
): Promise<Opening> {
  const reading = await on.triage.read({ text, at: now, alias: "", photos: 0, recent: [], open: [] });
  const own = placeReader(on.office.desk.community)({ text: address, alias: "" });
  const place = own.estate === undefined && own.building === undefined ? reading.place : own;
  const kind = reading.kind === "dispute" || reading.kind === "hazard" ? reading.kind : "demand";
  const usual = on.categories.find(({ id }) => id === service)?.urgency ?? "ordinary";
  const { joins: _joins, ...rest } = reading;
  return {
    reading: {
      ...rest,
      kind,
      category: kind === "dispute" ? reading.category : service,
      urgency: reading.kind === "none" ? usual : reading.urgency,
      place,
      summary: reading.summary || on.mask(description).replace(/\s+/g, " ").slice(0, SUMMARY),
      sure: true,
    },
    reporter: { id: `${PROGRAM}${client}`, alias: client },
    home: place,
  };
}
