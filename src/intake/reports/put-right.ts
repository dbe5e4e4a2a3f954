import { type Instant, MINUTE } from "../../shared/instant.ts";
import type { Matter } from "../../tickets/register.ts";
import type { Heard } from "../heard.ts";
import { summaryPutRight } from "../words/corrections.ts";
import { join, type PutRight } from "./file-report.ts";
import { homeRoom } from "./home-room.ts";
import type { Readers } from "./readers.ts";

/** How long after a report its own words may put it right. */
const FRESH = 30 * MINUTE;

/** What somebody raised just now, and puts right: `不对，是1号楼`, of a danger too. True: it was taken. */
export async function putOwnRight(
  on: Readers,
  lines: readonly Heard[],
  rows: readonly number[],
  said: string,
  now: Instant,
): Promise<boolean> {
  const [first] = lines;
  if (first === undefined) return false;
  const [latest] = await on.office.register.askedBy(first.actor.id);
  if (latest?.ticket.state !== "open" || now - latest.ticket.openedAt > FRESH) return false;
  return join(on, lines, rows, latest.ticket.number, said, now, await elsewhere(on, first, latest, said));
}

/** Where the matter is then, as its own words with the right house say; undefined where no house is put right. */
async function elsewhere(on: Readers, first: Heard, { ticket, summary }: Matter, said: string): Promise<PutRight | undefined> {
  const right = ticket.reporters.some(({ id }) => id === first.actor.id) ? summaryPutRight(summary, said) : undefined;
  const home = homeRoom(on, first);
  if (right === undefined || home === undefined) return undefined;
  const room = { topic: home.topic, ...(home.estate === undefined ? {} : { estate: home.estate }) };
  const { place } = await on.triage.read({ text: right, alias: "", photos: 0, recent: [], open: [], room });
  return place.building === undefined ? undefined : { summary: right, place };
}
