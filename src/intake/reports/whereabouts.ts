import { DAY, type Instant } from "../../shared/instant.ts";
import type { OpenMatter, Reading } from "../../tickets/reading.ts";
import type { Matter } from "../../tickets/register.ts";
import type { Heard } from "../heard.ts";
import { answerAsking, type Greeting } from "../replies/small-talk.ts";
import { howItStands } from "../replies/track-words.ts";
import { asksAfter, sharesWord, thingIn, urges } from "../words/asks-after.ts";
import { addWords } from "./file-report.ts";
import type { Readers } from "./readers.ts";

const RECENT = 3 * DAY;

/** One matter, with what the words do to it besides asking; or all that somebody has open. */
export type Asked = { readonly number: number; readonly verb?: "supplement" | "support" | "reopen" } | "all";

/**
 * The matter that somebody asks after without its number: their own one that the words name, or their only one when they name nothing;
 * else the only one of the group with that place and that thing. Undefined: it may be the first word of something new.
 */
export async function askedAfter(
  { office }: Pick<Readers, "office">,
  { actor, known, room, spoken }: Heard,
  { joins, place, kind, sure }: Reading,
  said: string,
  open: readonly OpenMatter[],
  now: Instant,
): Promise<Asked | undefined> {
  if (!asksAfter(said) || (kind === "hazard" && sure) || actor.roles.length > 0) return undefined;
  const about = thingIn(said);
  const isHere = ({ place: other }: Matter["ticket"] | OpenMatter): boolean =>
    place.building === undefined || other.building === place.building;
  const mine = (await office.register.askedBy(actor.id)).filter(
    ({ ticket }) => isHere(ticket) && (ticket.state === "open" || now - ticket.closedAt < RECENT),
  );
  const standing = mine.some(({ ticket }) => ticket.state === "open")
    ? mine.filter(({ ticket }) => ticket.state === "open")
    : mine.slice(0, 1);
  const own =
    standing.find(({ ticket }) => ticket.number === joins) ??
    only(about === "" ? standing : standing.filter(({ summary }) => sharesWord(about, summary)));
  // Words that name nothing may be talk among neighbours: in a group nobody is answered aloud who did not ask the bot.
  const isAsking = room === undefined || spoken.addressed || known.friend;
  if (own !== undefined && !isAsking) return undefined;
  if (own !== undefined) return { number: own.ticket.number, ...(urges(said) ? urged(office, own.ticket) : {}) };
  if (about === "" && standing.length > 1) return room === undefined || spoken.addressed ? "all" : undefined;
  if (room === undefined || about === "" || place.building === undefined) return undefined;
  const other = only(open.filter((each) => each.kind !== "dispute" && isHere(each) && sharesWord(about, each.summary)));
  return other === undefined ? undefined : { number: other.number, verb: "support" };
}

/** Answers with who is on a matter and when they will hear. An urging is added to it or takes it up again, a neighbour's question is a voice for it. False: that ticket does not take it. */
export async function tellHowItStands(
  on: Readers & Greeting,
  lines: readonly Heard[],
  rows: readonly number[],
  asked: Asked,
  text: string,
  now: Instant,
): Promise<boolean> {
  const [first] = lines;
  if (first === undefined) return false;
  if (asked === "all") {
    await answerAsking(on, first, { verb: "mine", text: "", plain: true, bare: true }, now);
    await on.journal.settle(rows.slice(1), "answered");
    return true;
  }
  const { number, verb } = asked;
  const matter = await on.office.register.matter(number);
  if (matter === undefined) return false;
  // Only what was raised in the open, in this very group, is told to a neighbour.
  if (verb === "support" && matter.ticket.room !== first.room?.topic) return false;

  const isKept = verb !== undefined && (await addWords(on, lines, rows, number, { verb, by: first.actor, text }, now));
  if (!isKept && (verb === "support" || verb === "reopen")) return false;
  if (!isKept) await on.keepPerson(first.known);
  const isAloud = first.room !== undefined && !first.known.friend && !first.spoken.addressed;
  const told =
    isAloud || verb === "reopen" ? [] : [howItStands(on.office, first, (await on.office.register.matter(number)) ?? matter, now)];
  await on.office.register.transact(async (transaction) => {
    await transaction.say(told);
    if (!isKept) await transaction.settle(rows, { as: "answered" });
  });
  return true;
}

/** What an urging does: 怎么还没修好 of what is called done says that it is not. What waits for themselves or is put off is only told of. */
function urged({ flowFor }: Readers["office"], ticket: Matter["ticket"]): { readonly verb?: "supplement" | "reopen" } {
  if (ticket.state === "closed") return ["resolved", "explained"].includes(ticket.outcome) ? { verb: "reopen" } : {};
  const awaited = flowFor(ticket.kind).flow.states[ticket.stage]?.waitsFor;
  return awaited === "reporter" ? {} : { verb: "supplement" };
}

function only<T>(all: readonly T[]): T | undefined {
  return all.length === 1 ? all[0] : undefined;
}
