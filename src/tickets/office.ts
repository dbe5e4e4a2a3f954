import type { Instant } from "../shared/instant.ts";
import type { Command, Opening } from "./command.ts";
import { type Composing, compose } from "./compose.ts";
import { type Decided, type Decision, type Desked, decide, open, ring } from "./decide.ts";
import type { Desk } from "./desk.ts";
import type { Kind } from "./reading.ts";
import type { Matter, Register, Settled, Transaction } from "./register.ts";
import type { PersonRef } from "./ticket.ts";
import type { Wordings } from "./wording.ts";

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

    const decision = decide(office.flowFor(matter.ticket.kind), matter.ticket, command, now);
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
    if (messages?.hide === true) await transaction.forgetWords(number);
    if (messages !== undefined) await transaction.settle(messages.rows, messages.as(number));
    return { decision, matter: next };
  });
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
