import { verifyChain } from "../../store/chain.ts";
import type { Database } from "../../store/database/open.ts";
import { sha256 } from "../../store/hash.ts";
import { marksIn } from "./crash-load.ts";
import type { CrashLine, CrashSaid } from "./crash-protocol.ts";

/** What is left in the database after all the kills, and everything that is not as promised. */
export type CrashFindings = {
  readonly messages: Readonly<Record<string, number>>;
  readonly outbox: Readonly<Record<string, number>>;
  readonly tickets: number;
  readonly events: number;
  readonly acknowledged: number;
  readonly wrong: readonly string[];
};

/** Compares what people said (`lines`) and what WeChat showed (`said`) with the database, when nothing is being worked on. */
export async function inspect(
  database: Database,
  lines: readonly CrashLine[],
  said: readonly CrashSaid[],
): Promise<CrashFindings> {
  const { db } = database;
  const messages = await db.selectFrom("messages").select(["hash", "state", "ticket"]).execute();
  const tickets = await db.selectFrom("tickets").select(["number", "summary"]).orderBy("number").execute();
  const events = await db.selectFrom("events").select(["ticket", "type", "text", "set"]).execute();
  const outbox = await db.selectFrom("outbox").select(["key", "state", "ticket", "wording", "purpose"]).execute();
  const head = await db.selectFrom("chain").select("number").executeTakeFirst();
  const verdict = await verifyChain(db);

  const rows = new Map(messages.map((row) => [row.hash, row]));
  const filed = countBy(messages.flatMap(({ state, ticket }) => (state === "filed" && ticket !== null ? [ticket] : [])));
  const taken = countBy(events.filter(({ type }) => FROM_MESSAGES.has(type)).map(({ ticket }) => ticket));
  const opened = countBy(events.filter(({ type }) => type === "opened").map(({ ticket }) => ticket));
  const sure = events
    .filter(({ type, set }) => type === "opened" && /"stage":"dispatched"/.test(set))
    .map(({ ticket }) => ticket);
  const shown = countBy(said.filter(({ text }) => isAcknowledgement(text)).flatMap(({ text }) => numbersIn(text)));
  // A danger is acknowledged with what to keep away from.
  const queued = outbox.filter(({ wording }) => wording === "received" || wording === "hazardReceived");
  const promised = new Set(queued.map(({ ticket }) => ticket));
  const wrong = [
    ...lines.flatMap((line) => unsettled(line, rows.get(sha256(line.id)))),
    ...(messages.length === lines.length ? [] : [`${messages.length} messages are kept, ${lines.length} were said`]),
    ...tickets.flatMap(({ number }, index) => (number === index + 1 ? [] : [`ticket #${index + 1} is missing`])),
    ...(head?.number === tickets.length ? [] : [`the last number is ${head?.number}, there are ${tickets.length} tickets`]),
    ...tickets.flatMap(({ number }) => (opened.get(number) === 1 ? [] : [`ticket #${number} was not opened once`])),
    ...tickets.flatMap(({ number }) => (filed.has(number) ? [] : [`ticket #${number} has no message: one was filed twice`])),
    ...[...taken].flatMap(([number, deeds]) =>
      deeds <= (filed.get(number) ?? 0) ? [] : [`a message was filed twice on #${number}`],
    ),
    ...repeated(tickets.flatMap(({ summary }) => marksIn(summary))).map((mark) => `${mark} has two tickets`),
    ...repeated(events.flatMap(({ text }) => marksIn(text ?? ""))).map((mark) => `${mark} was carried out twice`),
    ...(verdict.wrong === undefined ? [] : [verdict.wrong]),
    ...outbox.flatMap(({ state, key }) => (state === "sending" || state === "waiting" ? [`${key} is still ${state}`] : [])),
    ...sure.flatMap((number) => (promised.has(number) ? [] : [`#${number} was never to be acknowledged`])),
    ...repeated(queued.map(({ ticket }) => ticket)).map((number) => `#${number} has two acknowledgements`),
    ...[...shown].flatMap(([number, times]) => (times === 1 ? [] : [`#${number} was acknowledged ${times} times`])),
    ...queued.flatMap(({ state, ticket }) =>
      state !== "said" || shown.has(ticket ?? 0) ? [] : [`#${ticket} counts as acknowledged and nobody heard it`],
    ),
  ];
  return {
    messages: Object.fromEntries(countBy(messages.map(({ state }) => state))),
    outbox: Object.fromEntries(countBy(outbox.map(({ state }) => state))),
    tickets: tickets.length,
    events: verdict.events,
    acknowledged: shown.size,
    wrong,
  };
}

/** Events that come of a message which is then filed with the ticket. */
const FROM_MESSAGES = new Set(["opened", "supplemented", "supported"]);

type Kept = { readonly state: string; readonly ticket: number | null } | undefined;

function unsettled({ id }: CrashLine, row: Kept): readonly string[] {
  if (row === undefined) return [`${id} is lost`];
  if (row.state === "filed") return row.ticket === null ? [`${id} is filed nowhere`] : [];
  return row.state === "answered" || row.state === "dropped" ? [] : [`${id} is still ${row.state}`];
}

function isAcknowledgement(text: string): boolean {
  return /^(?:@\S+\s)?收到，(?:已记为|\d+件都记下了)/u.test(text);
}

/** The tickets that an acknowledgement is about: the number it was given, or those of its list. */
function numbersIn(text: string): readonly number[] {
  return [...text.matchAll(/(?:已记为 |：)#(\d+)/g)].map(([, number]) => Number(number));
}

function countBy<T>(list: readonly T[]): ReadonlyMap<T, number> {
  const counts = new Map<T, number>();
  for (const one of list) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

function repeated<T>(list: readonly T[]): readonly T[] {
  return [...countBy(list)].filter(([, times]) => times > 1).map(([one]) => one);
}
