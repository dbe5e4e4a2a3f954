import { type Instant, MINUTE } from "../shared/instant.ts";
import type { Command, Opening } from "./command.ts";
import { type Decided, type Decision, type Desked, decide, open, ring } from "./deciding/decide.ts";
import { type Refusal, refusal } from "./deciding/refuse.ts";
import { absorb, reclassify, recount, undone } from "./deciding/regroup.ts";
import type { Desk } from "./desk.ts";
import { maySee } from "./permit.ts";
import type { Kind } from "./reading.ts";
import type { Matter, Register, Settled, Transaction } from "./register.ts";
import { compose } from "./saying/compose.ts";
import type { Composing } from "./saying/composing.ts";
import type { Wordings } from "./saying/wording.ts";
import { type Actor, type PersonRef, replay, type Ticket } from "./ticket.ts";

/** Everything that deciding about tickets takes: the flows, the desk, the words, and the register to keep it in. */
export type Office = {
  readonly desk: Desk;
  readonly wordings: Wordings;
  readonly register: Register;
  readonly flowFor: (kind: Kind) => Desked;
  readonly reachable: (person: PersonRef) => boolean;
};

export type Done = { readonly decision: Decision; readonly matter: Matter };

/** Files a report as a new ticket, with its messages, clocks and sentences, in one transaction. Undefined when another process has filed it already, or it was taken back meanwhile. */
export function fileReport(
  office: Office,
  opening: Opening,
  rows: readonly number[],
  words: string,
  now: Instant,
): Promise<Matter | undefined> {
  return office.register.transact(async (transaction) => {
    const left = await transaction.unsettled(rows);
    if (rows.length > 0 && left.length === 0) return undefined;
    const number = await transaction.nextNumber();
    const decided = open(office.flowFor(opening.reading.kind), number, opening, now);
    const matter = { ticket: decided.ticket, summary: opening.reading.summary };
    await keep(office, transaction, matter, decided, { words }, now);
    await transaction.settle(left, { as: "filed", ticket: number });
    return matter;
  });
}

/**
 * Carries out one order about one ticket: everything or nothing. Undefined when there is no such ticket, or another process has done it.
 * `rows` are the messages that gave the order; `settled` says what becomes of them when it is done.
 */
export function carryOut(
  office: Office,
  number: number,
  command: Command,
  now: Instant,
  messages?: {
    readonly rows: readonly number[];
    readonly as: (number: number) => Settled;
    readonly words?: string;
    readonly hide?: boolean;
  },
): Promise<Done | undefined> {
  return office.register.transact(async (transaction) => {
    const matter = await transaction.matter(number);
    if (matter === undefined) return undefined;
    const rows = messages?.rows ?? [];
    if (rows.length > 0 && (await transaction.unsettled(rows)).length === 0) return undefined;

    const order = await complete(transaction, matter, command);
    const decision = "refused" in order ? order : decided(office, matter.ticket, order, now);
    if ("refused" in decision) return { decision, matter };

    const next = { ticket: decision.ticket, summary: messages?.hide === true ? "（原话已撤回）" : matter.summary };
    await keep(
      office,
      transaction,
      next,
      decision,
      { speaker: command.by, ...(messages?.words === undefined ? {} : { words: messages.words }) },
      now,
    );
    await regroup(office, transaction, { ...next, ticket: decision.ticket }, order as Command, now);
    if (messages?.hide === true) await transaction.forgetWords(number);
    if (messages !== undefined) await transaction.settle(messages.rows, messages.as(number));
    return { decision, matter: next };
  });
}

function decided(office: Office, ticket: Ticket, command: Command, now: Instant): Decision {
  const on = office.flowFor(ticket.kind);
  if (command.verb !== "reclassify" || ticket.state === "closed") return decide(on, ticket, command, now);
  const refused = refusal(on.desk, ticket, command, now);
  return refused === undefined
    ? reclassify(on.flow, office.flowFor(command.kind ?? ticket.kind), ticket, command, now)
    : { refused };
}

/** Rings the earliest timer that is due; false when none is. A timer whose ticket has moved on is only cleared away. */
export function ringNext(office: Office, now: Instant): Promise<boolean> {
  return office.register.transact(async (transaction) => {
    const timer = await transaction.takeTimer(now);
    if (timer === undefined) return false;

    const matter = await transaction.matter(timer.ticket);
    const decided = matter === undefined ? undefined : ring(office.flowFor(matter.ticket.kind), matter.ticket, timer.name, now);
    if (matter !== undefined && decided !== undefined) {
      await keep(office, transaction, { ...matter, ticket: decided.ticket }, decided, {}, now);
    }
    return true;
  });
}

/** How long a slip of the finger can be taken back. */
const SLIP = 2 * MINUTE;

/** What cannot be taken back by itself: others hang on it. */
const LASTING: readonly string[] = ["opened", "undone", "merged", "absorbed", "split", "reclassified"];

/** Takes back the last thing that happened to a ticket, when this person did it just now. Undefined: there is no such ticket. */
export function takeBackLast(
  office: Office,
  number: number,
  by: Actor,
  rows: readonly number[],
  now: Instant,
): Promise<Done | undefined> {
  return office.register.transact(async (transaction) => {
    const matter = await transaction.matter(number);
    if (matter === undefined || !maySee(office.desk, by, matter.ticket)) return undefined;
    const history = await transaction.history(number);
    const last = history.at(-1);
    const before = replay(number, history.slice(0, -1));
    const isOwn = last?.by === by.alias && now - last.at <= SLIP && !LASTING.includes(last.type);
    if (last === undefined || before === undefined || !isOwn) return { decision: { refused: "tooLate" }, matter };

    const on = office.flowFor(matter.ticket.kind);
    const decision = undone(on, matter.ticket, before, by.alias, now);
    const wasSaid = await transaction.unsay(number, last);
    const effects = wasSaid ? [...decision.effects, { to: "asked" as const, wording: "undoneToYou" }] : decision.effects;
    const next = { ...matter, ticket: decision.ticket };
    await keep(office, transaction, next, { ...decision, effects }, { speaker: by }, now);
    await transaction.settle(rows, { as: "answered" });
    return { decision, matter: next };
  });
}

/** Promises every open ticket anew after people changed the calendar or the limits. Gives how many changed. */
export async function recountAll(office: Office, now: Instant): Promise<number> {
  let changed = 0;
  for (
    let page = await office.register.openAfter(0);
    page.length > 0;
    page = await office.register.openAfter(page.at(-1)?.ticket.number ?? 0)
  ) {
    for (const { ticket } of page) {
      if (recount(office.flowFor(ticket.kind), ticket, now) === undefined) continue;
      changed += await office.register.transact(async (transaction) => {
        const matter = await transaction.matter(ticket.number);
        const fresh = matter === undefined ? undefined : recount(office.flowFor(matter.ticket.kind), matter.ticket, now);
        if (matter === undefined || fresh === undefined) return 0;
        await keep(office, transaction, { ...matter, ticket: fresh.ticket }, fresh, {}, now);
        return 1;
      });
    }
  }
  return changed;
}

/** An order that concerns a second ticket or another person is checked against them first. */
async function complete(transaction: Transaction, { ticket }: Matter, command: Command): Promise<Command | Refusal> {
  if (command.verb === "merge" && command.into !== undefined) {
    const target = (await transaction.matter(command.into))?.ticket;
    if (target === undefined || target.state === "closed") return { refused: "needsNumber" };
    // A quarrel is no part of anything that others may read.
    if (target.kind === "dispute" || ticket.kind === "dispute") return { refused: "staysPrivate" };
  }
  if (command.verb !== "split") return command;
  const party =
    ticket.supporters.find(({ alias }) => command.text?.includes(alias)) ??
    ticket.supporters.find(({ alias }) => command.text?.startsWith(alias.split(" ")[0] ?? alias));
  return party === undefined
    ? command
    : { ...command, party, text: command.text?.replace(party.alias, "").trim() || ticket.category };
}

/** What an order does to a second ticket: the one this became part of hears of everybody, the one split off begins. */
async function regroup(office: Office, transaction: Transaction, matter: Matter, command: Command, now: Instant): Promise<void> {
  const { ticket } = matter;
  if (command.verb === "merge" && ticket.mergedInto !== undefined) {
    const target = await transaction.matter(ticket.mergedInto);
    if (target === undefined) return;
    const absorbed = absorb(target.ticket, ticket, command.by.alias, now);
    await keep(office, transaction, { ...target, ticket: absorbed.ticket }, absorbed, {}, now);
  }
  if (command.verb !== "split") return;
  const number = await transaction.nextNumber();
  const { kind, category, urgency, place, room } = ticket;
  const summary = command.text === category ? matter.summary : (command.text ?? matter.summary).slice(0, 30);
  const reading = { kind, category, urgency, place, summary, confidence: 1, sure: true, by: command.by.alias };
  const reporter = command.party ?? ticket.reporters[0];
  if (reporter === undefined) return;
  const opened = open(
    office.flowFor(kind),
    number,
    { reading, reporter, home: place, ...(room === undefined ? {} : { room }) },
    now,
  );
  // Whoever was told of the first number hears of the second in private, if at all.
  await keep(office, transaction, { ticket: opened.ticket, summary }, opened, {}, now);
}

async function keep(
  office: Office,
  transaction: Transaction,
  matter: Matter,
  decided: Decided,
  said: Pick<Composing, "speaker" | "words">,
  now: Instant,
): Promise<void> {
  await transaction.save(matter, decided.events, decided.timers);
  const effects = await stillTrue(office, transaction, matter, decided);
  const { flow } = office.flowFor(matter.ticket.kind);
  const context = { desk: office.desk, flow, wordings: office.wordings, reachable: office.reachable, ...said };
  for (const event of decided.events) await transaction.say(compose(context, matter, event, effects, now));
}

/**
 * What was queued in the night may be over by morning: a request to confirm what has been confirmed, an acknowledgement of what was
 * taken back. It is not said any more; and whoever never heard of a matter need not hear that it is gone.
 */
async function stillTrue(
  office: Office,
  transaction: Transaction,
  { ticket }: Matter,
  decided: Decided,
): Promise<Decided["effects"]> {
  const moved = decided.events.some(({ type, set }) => type !== "opened" && set.stage !== undefined);
  if (!moved) return decided.effects;

  const isGone = ticket.state === "closed" && (ticket.outcome === "withdrawn" || ticket.outcome === "unfiled");
  const requests = [...office.wordings].filter(
    ([, wording]) => wording.for === "staff" && (wording.purpose === "ask" || wording.purpose === "remind"),
  );
  const unsaid = await transaction.hush(ticket.number, isGone ? "all" : requests.map(([name]) => name));
  const neverTold = isGone && unsaid.some((name) => office.wordings.get(name)?.for === "staff");
  return neverTold ? decided.effects.filter(({ to }) => to !== "handler") : decided.effects;
}
