import type { Instant } from "../shared/instant.ts";
import type { Command, Opening } from "./command.ts";
import { type Decision, decide, open, ring } from "./deciding/decide.ts";
import { refusal } from "./deciding/refuse.ts";
import { reclassify } from "./deciding/regroup.ts";
import { keep, type Office } from "./keep.ts";
import type { Matter, Settled, Transaction } from "./register.ts";
import type { Ticket } from "./ticket.ts";
import { complete, regroup } from "./two-tickets.ts";

export type Done = { readonly decision: Decision; readonly matter: Matter };

/** Files a report as a new ticket, with its messages, clocks and sentences, in one transaction. Undefined when another process has filed it already, or it was taken back meanwhile. */
export async function fileReport(
  office: Office,
  opening: Opening,
  rows: readonly number[],
  words: string,
  now: Instant,
): Promise<Matter | undefined> {
  return (await fileTogether(office, [{ opening, words }], rows, now))?.[0];
}

/** Files what one message told of several matters, all or none; its rows belong to the first of them. Undefined as for one report. */
export function fileTogether(
  office: Office,
  reports: readonly { readonly opening: Opening; readonly words: string }[],
  rows: readonly number[],
  now: Instant,
): Promise<readonly Matter[] | undefined> {
  return office.register.transact(async (transaction) => {
    const left = await transaction.unsettled(rows);
    if (rows.length > 0 && left.length === 0) return undefined;
    const matters: Matter[] = [];
    for (const { opening, words } of reports) matters.push(await fileWithin(office, transaction, opening, words, now));
    const [first] = matters;
    if (first !== undefined) await transaction.settle(left, { as: "filed", ticket: first.ticket.number });
    return matters;
  });
}

/** Opens one ticket in a transaction that does more than this. */
export async function fileWithin(
  office: Office,
  transaction: Transaction,
  opening: Opening,
  words: string,
  now: Instant,
): Promise<Matter> {
  const number = await transaction.nextNumber();
  const decided = open(office.flowFor(opening.reading.kind), number, opening, now);
  const matter = { ticket: decided.ticket, summary: opening.reading.summary };
  await keep(office, transaction, matter, decided, { words }, now);
  return matter;
}

/** What became of the messages that gave an order, and who need not be told. */
type Messages = {
  readonly rows: readonly number[];
  readonly as: (number: number) => Settled;
  readonly words?: string;
  readonly hide?: boolean;
  /** The matter in few words, put right. */
  readonly summary?: string;
  /** Nobody is told of it. */
  readonly quiet?: boolean;
};

/**
 * Carries out one order about one ticket: everything or nothing. Undefined when there is no such ticket, or another process has done it.
 * `rows` are the messages that gave the order; `settled` says what becomes of them when it is done.
 */
export function carryOut(
  office: Office,
  number: number,
  command: Command,
  now: Instant,
  messages?: Messages,
): Promise<Done | undefined> {
  return office.register.transact((transaction) => carryOutWithin(office, transaction, number, command, now, messages));
}

/** The same in a transaction that does more than this. */
export async function carryOutWithin(
  office: Office,
  transaction: Transaction,
  number: number,
  command: Command,
  now: Instant,
  messages?: Messages,
): Promise<Done | undefined> {
  const matter = await transaction.matter(number);
  if (matter === undefined) return undefined;
  const rows = messages?.rows ?? [];
  if (rows.length > 0 && (await transaction.unsettled(rows)).length === 0) return undefined;

  const order = await complete(office.desk, transaction, matter, command);
  const decision = "refused" in order ? order : decided(office, matter.ticket, order, now);
  if ("refused" in decision) return { decision, matter };

  const next = {
    ticket: decision.ticket,
    summary: messages?.hide === true ? "（原话已撤回）" : (messages?.summary ?? matter.summary),
  };
  await keep(
    office,
    transaction,
    next,
    messages?.quiet === true ? { ...decision, effects: [] } : decision,
    { speaker: command.by, ...(messages?.words === undefined ? {} : { words: messages.words }) },
    now,
  );
  await regroup(office, transaction, { ...next, ticket: decision.ticket }, order as Command, now);
  if (messages?.hide === true) await transaction.forgetWords(number);
  if (messages !== undefined) await transaction.settle(messages.rows, messages.as(number));
  return { decision, matter: next };
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
