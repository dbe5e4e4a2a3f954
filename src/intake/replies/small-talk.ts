import type { Instant } from "../../shared/instant.ts";
import type { Verb } from "../../tickets/command.ts";
import type { Office } from "../../tickets/keep.ts";
import { optionsOf } from "../../tickets/options.ts";
import { isStaff } from "../../tickets/permit.ts";
import type { Matter } from "../../tickets/register.ts";
import { answer, promiseOf } from "../../tickets/saying/compose.ts";
import { dayAndTime, standing } from "../../tickets/saying/gaps.ts";
import type { Address } from "../../tickets/saying/sentence.ts";
import { fill } from "../../tickets/saying/wording.ts";
import { answerTo, type Heard, nameable, seenBy } from "../heard.ts";
import type { Memory } from "../reports/readers.ts";
import type { RollCall } from "../roll-call.ts";
import { mattersOf } from "./aim.ts";
import type { Reply } from "./reply.ts";

export type Greeting = {
  readonly office: Office;
  readonly memory: Memory;
  readonly rollCall: RollCall;
  readonly random: () => number;
  /** The address at which a member of staff opens the board, once; absent where nothing serves a board. */
  readonly boardLink?: (person: string, now: Instant) => Promise<string>;
};

const HOUR = 60 * 60 * 1000;
const CODE_LIVES = 24 * HOUR;
const TRIES = 5;

/** Answers what is not about one ticket: 我的, 怎么用, and the codes by which staff show who they are. */
export async function answerAsking(on: Greeting, heard: Heard, reply: Reply, now: Instant): Promise<void> {
  const { actor, line } = heard;
  const to = isPrivate(heard, reply) ? { person: actor } : answerTo(heard);
  const { wording, values, item } = await answerFor({ ...on, now, to }, heard, reply);
  const sentence = answer(on.office.wordings, `asking:${line.row}`, to, wording, values, now);
  await on.office.register.transact(async (transaction) => {
    await transaction.say([item === undefined ? sentence : { ...sentence, fill: { ...values, items: item } }]);
    await transaction.settle([line.row], { as: "answered" });
  });
}

/** What must not be read by others, and what is asked for in order to go on in private. The mediator's and the secretary's matters are not for the staff's room. */
function isPrivate({ actor: { roles }, known, room }: Heard, { verb }: Reply): boolean {
  if (verb === "mine" || verb === "help") return roles.includes("mediator") || roles.includes("secretary");
  return verb === "code" || ((verb === "private" || verb === "board") && (known.friend || room === undefined));
}

type Answer = { readonly wording: string; readonly values: { readonly [gap: string]: string }; readonly item?: string };

async function answerFor(
  on: Greeting & { readonly now: Instant; readonly to: Address },
  heard: Heard,
  reply: Reply,
): Promise<Answer> {
  switch (reply.verb) {
    case "mine":
      return mine(on, heard);
    case "bind":
      return bind(on, heard, String(reply.number ?? reply.text));
    case "code":
      return code(on, heard, reply.text);
    case "private":
      return { wording: "person" in on.to ? "privateHere" : "privateAddMe", values: {} };
    case "board":
      return board(on, heard);
    case "offer":
      return offer(on, heard, reply.text);
    default:
      return help(on, heard);
  }
}

/** A one-time link for whoever works here; never into a group. */
async function board({ boardLink, now }: Greeting & { readonly now: Instant }, { actor, known, room }: Heard): Promise<Answer> {
  if (actor.name === undefined || actor.roles.length === 0) return { wording: "help", values: {}, item: "" };
  if (boardLink === undefined) return { wording: "boardNone", values: {} };
  if (room !== undefined && !known.friend) return { wording: "privateAddMe", values: {} };
  return { wording: "boardLink", values: { link: await boardLink(actor.name, now) } };
}

/** How many matters the help tells of. */
const SHOWN = 3;
/** What only a mediator, the secretary or a unit says comes first. */
const OWN: readonly Verb[] = ["accept", "object", "meet", "agree", "fail", "party", "urge", "rule", "claim", "contact"];
/** How many orders of each; nobody reads seventeen. */
const ORDERS = 7;

/** What this person can do now: no more than that (`怎么用`). */
async function help({ office, to }: Greeting & { readonly to: Address }, { actor }: Heard): Promise<Answer> {
  const lines = nameable(to, await mattersOf(office, actor))
    .slice(0, SHOWN)
    .flatMap((matter) => {
      const { ticket } = matter;
      const words = [...optionsOf(office.flowFor(ticket.kind), actor, ticket)]
        .sort((one, other) => Number(OWN.includes(other)) - Number(OWN.includes(one)))
        .flatMap((verb) => office.wordings.get(`can.${verb}`)?.text ?? [])
        .slice(0, ORDERS);
      return words.length === 0 ? [] : [`#${ticket.number} ${seenBy(actor, matter).summary}：${words.join("、")}`];
    });
  const wording = isStaff(actor)
    ? actor.roles.includes("secretary")
      ? "helpConvener"
      : "helpStaff"
    : actor.unit === undefined
      ? actor.roles.length > 0
        ? "helpVolunteer"
        : "help"
      : "helpUnit";
  const none = isStaff(actor) ? (office.wordings.get("nothingWaits")?.text ?? "") : "";
  return { wording, values: {}, item: lines.length === 0 ? none : lines.map((line) => `\n${line}`).join("") };
}

/** A unit offers something the community may use (三清单): kept for the list of resources. */
async function offer({ office, now }: Greeting & { readonly now: Instant }, { actor }: Heard, text: string): Promise<Answer> {
  if (actor.unit === undefined || text === "") return { wording: actor.unit === undefined ? "help" : "offerWhat", values: {} };
  const { unit } = actor;
  await office.register.transact((transaction) => transaction.offer(unit, text.slice(0, 200), now));
  return { wording: "offerKept", values: { text: text.slice(0, 60) } };
}

async function mine(
  { office, now, to }: Greeting & { readonly now: Instant; readonly to: Address },
  { actor }: Heard,
): Promise<Answer> {
  const asked = (await office.register.askedBy(actor.id)).filter(({ ticket }) => ticket.state === "open");
  const waiting =
    actor.name === undefined ? [] : (await mattersOf(office, actor)).filter(({ ticket }) => ticket.state === "open");
  const every = [...waiting, ...asked.filter(({ ticket }) => !waiting.some((other) => other.ticket.number === ticket.number))];
  const all = nameable(to, every);
  if (all.length === 0 && every.length > 0) return { wording: "privateAddMe", values: {} };
  if (all.length === 0) return { wording: "nothingYours", values: {} };
  return {
    wording: "mine",
    values: { count: String(all.length) },
    item: all
      .slice(0, LISTED)
      .map((matter) => mineItem(office, seenBy(actor, matter), actor.roles.length === 0, now))
      .join("\n"),
  };
}

/** How many matters 我的 tells of. */
const LISTED = 10;

/** One matter of 我的. Who asked for it is told who is on it and until when they hear; whoever works on it, the step. */
function mineItem({ desk, flowFor, wordings }: Office, { ticket, summary }: Matter, isAsker: boolean, now: Instant): string {
  const { flow } = flowFor(ticket.kind);
  const promise = promiseOf(flow, ticket) ?? now;
  const wording = !isAsker ? "mineItem" : promise > now ? "mineDue" : "mineOpen";
  const when = dayAndTime(desk.calendar.zone.local(promise));
  return fill(wordings.get(wording)?.text ?? "", { ...standing(desk, flow, ticket), number: ticket.number, what: summary, when });
}

/** A one-time code that names a member of staff; the secretary passes it on by hand, which is what proves who it is. */
export async function newCode(memory: Memory, random: () => number, name: string): Promise<string> {
  const made = String(100_000 + Math.floor(random() * 900_000));
  await memory.set(`code:${made}`, name, CODE_LIVES);
  return made;
}

async function code({ office, memory, random }: Greeting, { actor, room }: Heard, text: string): Promise<Answer> {
  const person = office.desk.community.people.find(({ name, alias }) => text.includes(name) || text.includes(alias));
  const may = room === undefined && actor.roles.includes("secretary");
  if (!may || person === undefined) return { wording: may ? "codeWho" : "help", values: {} };
  return { wording: "code", values: { name: person.alias, code: await newCode(memory, random, person.name) } };
}

/** A code works once, and nobody may guess: five tries an hour. */
async function bind({ memory, rollCall, office }: Greeting, { known, room }: Heard, given: string): Promise<Answer> {
  const tries = Number((await memory.get(`tries:${known.contact}`)) ?? 0);
  const name = room === undefined && tries < TRIES ? await memory.get(`code:${given}`) : undefined;
  const person = office.desk.community.people.find((one) => one.name === name);
  if (person === undefined) {
    await memory.set(`tries:${known.contact}`, tries + 1, HOUR);
    return { wording: "bindWrong", values: {} };
  }
  await memory.delete(`code:${given}`);
  await rollCall.bind(known, person.name);
  return { wording: "bound", values: { name: person.alias } };
}
