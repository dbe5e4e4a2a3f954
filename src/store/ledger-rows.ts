import { ASKED } from "../schedule/reports/life.ts";
import type { Instant } from "../shared/instant.ts";
import type { Place } from "../shared/place.ts";
import type { Outcome, TicketEvent } from "../tickets/ticket.ts";
import type { Database } from "./database/open.ts";

/** One line of the ledger (民心台账): how a matter stood when the period ended. */
export type LedgerRow = {
  readonly number: number;
  readonly kind: string;
  readonly category: string;
  readonly place: Place;
  readonly handler: string;
  readonly room?: string;
  /** It was open when the period began. */
  readonly wasOpen: boolean;
  /** When it became a matter: told, or filed after a question. */
  readonly filedAt: Instant;
  readonly closedAt?: Instant;
  readonly outcome?: Outcome;
  /** When it went on again after it had ended, the last time. */
  readonly reopenedAt?: Instant;
};

/** The last value of each fact, and when it ended or went on: kept by hand, so that it checks the figures and does not share their code. */
type Line = {
  facts: Record<string, unknown>;
  wasOpen?: boolean;
  filedAt?: Instant;
  closedAt?: Instant;
  reopenedAt?: Instant;
  outcome?: Outcome;
};

/** Every matter that was open in `(from, to]` or was filed, reopened or ended in it, in order of number. */
export async function ledgerRows({ db }: Database, from: Instant, to: Instant): Promise<readonly LedgerRow[]> {
  const rows = await db
    .selectFrom("events")
    .innerJoin("tickets", "tickets.number", "events.ticket")
    .where(({ or, eb }) => or([eb("tickets.state", "=", "open"), eb("tickets.closed_at", ">", from)]))
    .where("events.at", "<=", to)
    .orderBy("events.seq")
    .select(["events.ticket", "events.at", "events.set"])
    .execute();
  const lines = new Map<number, Line>();
  for (const { ticket, at, set } of rows) {
    const line = lines.get(ticket) ?? { facts: {} };
    lines.set(ticket, line);
    write(line, at, JSON.parse(set) as TicketEvent["set"]);
    if (at <= from) line.wasOpen = line.filedAt !== undefined && line.closedAt === undefined;
  }
  return [...lines]
    .flatMap(([number, line]) => rowOf(number, line))
    .filter(({ closedAt }) => closedAt === undefined || closedAt > from)
    .sort((a, b) => a.number - b.number);
}

function write(line: Line, at: Instant, { closed, cleared = [], ...facts }: TicketEvent["set"]): void {
  for (const fact of cleared) delete line.facts[fact];
  Object.assign(line.facts, facts);
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

function rowOf(number: number, { facts, wasOpen = false, filedAt, closedAt, reopenedAt, outcome }: Line): readonly LedgerRow[] {
  if (filedAt === undefined) return [];
  const { kind, category, place, handler, room } = facts;
  return [
    {
      number,
      kind: String(kind),
      category: String(category),
      place: (place ?? {}) as Place,
      handler: String(handler),
      ...(room === undefined ? {} : { room: String(room) }),
      wasOpen,
      filedAt,
      ...(closedAt === undefined ? {} : { closedAt }),
      ...(outcome === undefined ? {} : { outcome }),
      ...(reopenedAt === undefined ? {} : { reopenedAt }),
    },
  ];
}
