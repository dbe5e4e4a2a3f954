import { ASKED } from "../schedule/reports/life.ts";
import type { Instant } from "../shared/instant.ts";
import type { LedgerRow } from "../tickets/ledger-row.ts";
import type { Facts, Outcome, TicketEvent } from "../tickets/ticket.ts";
import type { Database } from "./database/open.ts";

/** So many tickets are read at a time: a year's ledger is longer than memory. */
const PAGE = 200;

/** The last value of each fact, and when it ended or went on: kept by hand, so that it checks the figures and does not share their code. */
type Line = {
  facts: Record<string, unknown>;
  wasOpen?: boolean;
  filedAt?: Instant;
  closedAt?: Instant;
  reopenedAt?: Instant;
  overdueAt?: Instant;
  outcome?: Outcome;
  steps: Record<string, Instant>;
};

/** Every matter that was open in `(from, to]` or was filed, reopened or ended in it, in order of number. */
export async function ledgerRows(database: Database, from: Instant, to: Instant): Promise<readonly LedgerRow[]> {
  const all: LedgerRow[] = [];
  for await (const row of streamLedger(database, from, to)) all.push(row);
  return all;
}

/** The same one by one, as they are read. */
export async function* streamLedger({ db }: Database, from: Instant, to: Instant): AsyncGenerator<LedgerRow> {
  for (let after = -1; ; ) {
    const tickets = await db
      .selectFrom("tickets")
      .select(["number", "kind", "summary"])
      .where("number", ">", after)
      .where("opened_at", "<=", to)
      .where(({ or, eb }) => or([eb("state", "=", "open"), eb("closed_at", ">", from)]))
      .orderBy("number")
      .limit(PAGE)
      .execute();
    const [first, last] = [tickets[0], tickets.at(-1)];
    if (first === undefined || last === undefined) return;

    const lines = new Map<number, Line>(tickets.map(({ number }) => [number, { facts: {}, steps: {} }]));
    const events = await db
      .selectFrom("events")
      .select(["ticket", "type", "at", "set"])
      .where("ticket", ">=", first.number)
      .where("ticket", "<=", last.number)
      .where("at", "<=", to)
      .orderBy("ticket")
      .orderBy("position")
      .execute();
    for (const { ticket, type, at, set } of events) {
      const line = lines.get(ticket);
      if (line === undefined) continue;
      write(line, at, JSON.parse(set) as TicketEvent["set"]);
      if (type === "overdue") line.overdueAt = at;
      if (at <= from) line.wasOpen = line.filedAt !== undefined && line.closedAt === undefined;
    }
    for (const { number, kind, summary } of tickets) {
      const line = lines.get(number);
      const row = line === undefined ? undefined : rowOf(number, line, { kind, summary }, to);
      if (row !== undefined && (row.closedAt === undefined || row.closedAt > from)) yield row;
    }
    after = last.number;
  }
}

function write(line: Line, at: Instant, { closed, cleared = [], ...facts }: TicketEvent["set"]): void {
  for (const fact of cleared) delete line.facts[fact];
  Object.assign(line.facts, facts);
  if (facts.step !== undefined) line.steps[facts.step] ??= at;
  const isAsked = line.facts["stage"] === ASKED;
  if (isAsked) delete line.filedAt;
  if (closed === null) {
    if (line.filedAt !== undefined && line.closedAt !== undefined) line.reopenedAt = at;
    delete line.closedAt;
    delete line.outcome;
  }
  if (closed) {
    line.closedAt ??= at;
    line.outcome = closed.outcome;
  }
  const isNothing = line.outcome === "unfiled" || line.outcome === "withdrawn";
  if (!isAsked && !isNothing) line.filedAt ??= at;
}

type Now = { readonly kind: string; readonly summary: string };

function rowOf(number: number, line: Line, now: Now, to: Instant): LedgerRow | undefined {
  const { wasOpen = false, filedAt, closedAt, reopenedAt, outcome, steps } = line;
  if (filedAt === undefined) return undefined;
  const facts = line.facts as Omit<Facts, "number">;
  const { kind, category, place = {}, handler, room } = facts;
  return {
    number,
    kind,
    category,
    place,
    handler,
    ...(room === undefined ? {} : { room }),
    wasOpen,
    filedAt,
    ...(closedAt === undefined ? {} : { closedAt }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(reopenedAt === undefined ? {} : { reopenedAt }),
    facts,
    summary: now.summary,
    isDispute: kind === "dispute" || now.kind === "dispute",
    isLate: isLate(line, facts, to),
    steps,
  };
}

/** What ended without being worked on (sent back, taken back, merged) was not late; what waits for somebody else is not late yet. */
function isLate({ overdueAt, closedAt, outcome }: Line, facts: Omit<Facts, "number">, to: Instant): boolean {
  if (outcome !== undefined && outcome !== "resolved" && outcome !== "explained") return false;
  if (overdueAt !== undefined && overdueAt > (facts.since ?? facts.openedAt)) return true;
  const isPaused = facts.pauses?.some((pause) => pause.to === undefined) === true;
  return !isPaused && (facts.dues["act"] ?? to) < (closedAt ?? to);
}
