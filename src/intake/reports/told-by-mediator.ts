import type { Instant } from "../../shared/instant.ts";
import { speaksOfPeople } from "../../shared/quarrel.ts";
import type { Reading } from "../../tickets/reading.ts";
import type { Matter } from "../../tickets/register.ts";
import { answer, listed } from "../../tickets/saying/compose.ts";
import type { Heard } from "../heard.ts";
import { addWords } from "./file-report.ts";
import type { Readers } from "./readers.ts";

const DOOR = /\d{3,4}/gu;
/** What somebody is called, at the end of their name in the group: `2-2-104 丁姐`. */
const CALLED = /\p{Script=Han}{2,}$/u;

/**
 * What a mediator or the secretary tells us alone and that may be about a quarrel is a note on it, or asked about: it never becomes a
 * matter that all staff read. True: dealt with.
 */
export async function toldByMediator(
  on: Readers,
  lines: readonly Heard[],
  reading: Reading,
  rows: readonly number[],
  text: string,
  now: Instant,
): Promise<boolean> {
  const [first] = lines;
  if (first === undefined || first.room !== undefined || (reading.kind === "hazard" && reading.sure)) return false;
  const { actor } = first;
  const isMediator = actor.roles.includes("mediator");
  if (!isMediator && !actor.roles.includes("secretary")) return false;

  const open = await openQuarrels(on);
  const meant = open.filter((one) => isNamed(one, text));
  const mayBeMeant = isMediator && (speaksOfPeople(text) || (!reading.sure && reading.kind !== "none"));
  const choices = meant.length > 0 ? meant : mayBeMeant ? open : [];
  const [only, another] = choices;
  if (only === undefined) return false;
  const note = { verb: "note", by: actor, text } as const;
  if (another === undefined && (await addWords(on, lines, rows, only.ticket.number, note, now))) return true;

  const { wordings, register } = on.office;
  const fill = { items: listed(wordings, choices, "whichItem"), example: `${only.ticket.number} 备注 …` };
  const sentence = answer(wordings, `which:${rows[0]}`, { person: actor }, "which", fill, now, only.ticket);
  await register.transact(async (transaction) => {
    await transaction.say([sentence]);
    await transaction.settle(rows, { as: "answered" });
  });
  return true;
}

/** Open disputes of all who mediate. */
async function openQuarrels({ office }: Readers): Promise<readonly Matter[]> {
  const { people } = office.desk.community;
  const mediators = people.filter(({ roles }) => roles.includes("mediator") || roles.includes("secretary"));
  const all = await Promise.all(mediators.map(({ name }) => office.register.waitingFor(name)));
  return all.flat().filter(({ ticket }) => ticket.kind === "dispute");
}

/** Somebody who has a part in it is named, or a door that stands in it. */
function isNamed({ ticket, summary }: Matter, text: string): boolean {
  const people = [...ticket.reporters, ...(ticket.parties ?? [])];
  const doors = [summary, ...people.map(({ alias }) => alias)].flatMap((words) => words.match(DOOR) ?? []);
  const said: readonly string[] = text.match(DOOR) ?? [];
  const names = people.flatMap(({ alias }) => CALLED.exec(alias) ?? []);
  return names.some((name) => text.includes(name)) || doors.some((door) => said.includes(door));
}
