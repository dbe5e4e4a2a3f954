import type { Instant } from "../../shared/instant.ts";
import { speaksOfPeople, tellsOfQuarrel } from "../../shared/quarrel.ts";
import { aliasOf } from "../../tickets/desk.ts";
import { isParty } from "../../tickets/permit.ts";
import type { Reading } from "../../tickets/reading.ts";
import type { Matter } from "../../tickets/register.ts";
import { answer } from "../../tickets/saying/compose.ts";
import type { Actor } from "../../tickets/ticket.ts";
import type { Heard } from "../heard.ts";
import { asksAfter } from "../words/asks-after.ts";
import { addWords } from "./file-report.ts";
import type { Readers } from "./readers.ts";
import { toldByMediator } from "./told-by-mediator.ts";

/** What a reading is about when its words name nothing. */
const OTHER = "其他";
/** How somebody goes on about what was to be settled. */
const UNSETTLED = /^\s*(?:还是?)?(?:没有?解决|不满意|没用|补充)|[又还](?:在|往|来)?[^，。]{0,6}(?:骂|吵|倒|砸|敲|闹)/u;
/** In private, after a quarrel was told: `昨晚又漏了`, `今天还往我门口扔垃圾`. */
const GOES_ON = /[又还][^，。]{0,4}[漏扔堆响跳敲停占挡放泼往]|往我/u;
const DOOR = /\d{3,4}/u;

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
  if (first === undefined) return false;
  if (first.actor.roles.length > 0) return toldByMediator(on, lines, reading, rows, text, now);
  const { actor, known, room } = first;
  const mayGoOn = wordsGoOn(text, reading);
  if (room !== undefined && !mayGoOn) return false;
  const open = (await on.office.register.askedBy(actor.id)).filter(
    ({ ticket }) => ticket.kind === "dispute" && ticket.state === "open",
  );
  const isOther = !["none", "dispute"].includes(reading.kind) && (reading.sure || ![OTHER, "邻里"].includes(reading.category));
  const matter =
    (room === undefined && !isOther ? open.find(({ ticket }) => isParty(actor, ticket)) : undefined) ??
    (room === undefined && isInConfidence(text, reading) ? open[0] : undefined) ??
    (mayGoOn ? open.find((one) => goesOnAbout(one, actor, text)) : undefined);
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

/** `昨晚又拖了`, `楼道里全是他家的垃圾`: what is said in private after a quarrel was told, and is not plainly of something else. */
function isInConfidence(text: string, { kind, sure }: Reading): boolean {
  if (kind === "hazard" && sure) return false;
  if (speaksOfPeople(text) || (GOES_ON.test(text) && !asksAfter(text))) return true;
  return !sure && kind !== "none" && kind !== "hazard" && !asksAfter(text);
}

/** `没解决`, `602又往下倒水骂人`: the words of those who are not content, of a quarrel, or of a door. A plain danger is one, whoever tells of it. */
function wordsGoOn(text: string, { kind, sure }: Reading): boolean {
  return !(kind === "hazard" && sure) && (speaksOfQuarrel(text) || DOOR.test(text));
}

function speaksOfQuarrel(text: string): boolean {
  return UNSETTLED.test(text) || tellsOfQuarrel(text);
}

function goesOnAbout({ ticket, summary }: Matter, actor: Actor, text: string): boolean {
  if (!ticket.reporters.some(({ id }) => id === actor.id)) return false;
  return speaksOfQuarrel(text) || doorsIn(text).some((door) => summary.includes(door));
}

function doorsIn(text: string): readonly string[] {
  return Array.from(text.matchAll(new RegExp(DOOR, "gu")), ([door]) => door);
}
