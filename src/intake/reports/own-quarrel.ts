import type { Instant } from "../../shared/instant.ts";
import { tellsOfQuarrel } from "../../shared/quarrel.ts";
import { aliasOf } from "../../tickets/desk.ts";
import { isParty } from "../../tickets/permit.ts";
import type { Reading } from "../../tickets/reading.ts";
import type { Matter } from "../../tickets/register.ts";
import { answer } from "../../tickets/saying/compose.ts";
import type { Actor } from "../../tickets/ticket.ts";
import type { Heard } from "../heard.ts";
import { addWords } from "./file-report.ts";
import type { Readers } from "./readers.ts";

/** What a reading is about when its words name nothing. */
const OTHER = "其他";
/** How somebody goes on about what was to be settled. */
const UNSETTLED = /^\s*(?:还是?)?(?:没有?解决|不满意|没用|补充)|[又还](?:在|往|来)?[^，。]{0,6}(?:骂|吵|倒|砸|敲|闹)/u;
const DOOR = /\d{3,4}/gu;

/**
 * Words of somebody who has a part in an open dispute, and that belong to it: the mediator reads them, nobody else. The other side speaks of
 * it in private, unless it is plainly about something else; whoever told of it may go on in the group, too. True: dealt with.
 */
export async function toldOfOwnQuarrel(
  on: Readers,
  lines: readonly Heard[],
  reading: Reading,
  rows: readonly number[],
  text: string,
  now: Instant,
): Promise<boolean> {
  const [first] = lines;
  if (first === undefined || first.actor.roles.length > 0) return false;
  const { actor, known, room } = first;
  const open = (await on.office.register.askedBy(actor.id)).filter(
    ({ ticket }) => ticket.kind === "dispute" && ticket.state === "open",
  );
  const isOther = !["none", "dispute"].includes(reading.kind) && (reading.sure || ![OTHER, "邻里"].includes(reading.category));
  const matter =
    (room === undefined && !isOther ? open.find(({ ticket }) => isParty(actor, ticket)) : undefined) ??
    open.find((one) => goesOnAbout(one, actor, reading, text));
  if (matter === undefined) return false;

  const { number, handler } = matter.ticket;
  if (!(await addWords(on, lines, rows, number, { verb: "supplement", by: actor, text }, now))) return false;
  if (room !== undefined && !known.friend) return true;
  const values = { number, handler: aliasOf(on.office.desk, handler) };
  const key = `party:${rows[0]}`;
  const sentence = answer(on.office.wordings, key, { person: actor }, "partyHeard", values, now, matter.ticket);
  await on.office.register.transact((transaction) => transaction.say([sentence]));
  return true;
}

/** `没解决`, `602又往下倒水骂人`: the same door, or the words of those who are not content. A plain danger is one, whoever tells of it. */
function goesOnAbout({ ticket, summary }: Matter, actor: Actor, { kind, sure }: Reading, text: string): boolean {
  if (!ticket.reporters.some(({ id }) => id === actor.id) || (kind === "hazard" && sure)) return false;
  const doors: readonly string[] = text.match(DOOR) ?? [];
  return UNSETTLED.test(text) || tellsOfQuarrel(text) || doors.some((door) => summary.includes(door));
}
