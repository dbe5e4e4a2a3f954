import type { Instant } from "../../shared/instant.ts";
import { closing, type WorkCalendar } from "../../shared/work-calendar.ts";
import { plusDays } from "../../shared/zone.ts";
import type { Command } from "../../tickets/command.ts";
import type { Office } from "../../tickets/keep.ts";
import { carryOutWithin, fileWithin } from "../../tickets/office.ts";
import type { Reading, Triage } from "../../tickets/reading.ts";
import type { Affair } from "../affair.ts";
import type { AffairOrder, Chamber, Decided } from "../chamber.ts";
import { markOf } from "../hearing/read-order.ts";
import type { CouncilTransaction } from "../shelf.ts";
import { toldTime } from "../words/times.ts";

type Commissioning = Chamber & { readonly office: Office };

/** What a resolution is about, as a report of the same words would be. It is a demand unless it clearly is something else to do. */
export async function readResolution(on: { readonly triage: Triage }, text: string, now: Instant): Promise<Reading> {
  const read = await on.triage.read({ text, at: now, alias: "", photos: 0, recent: [], open: [] });
  const kind = read.kind === "hazard" ? "hazard" : "demand";
  const urgency = kind === "hazard" ? read.urgency : read.urgency === "utility" ? "utility" : "ordinary";
  const { joins: _joins, ...reading } = read;
  return { ...reading, kind, urgency, sure: true, summary: text.slice(0, 30) };
}

/** The words that this order makes somebody's to do; undefined: it decides nothing. */
export function decidedBy(affair: Affair, { verb, text }: Pick<AffairOrder, "verb" | "text">): string | undefined {
  if (verb === "resolve") return text;
  return verb === "confirm" && affair.kind === "vote" && affair.pending?.passes === true ? affair.pending.text : undefined;
}

/** Makes what was decided somebody's to do, in the same transaction: a ticket of its own, or the one the point was about, given to whom the words name. */
export async function commission(
  on: Commissioning,
  transaction: CouncilTransaction,
  decided: Decided,
  reading: Reading,
  order: AffairOrder,
  now: Instant,
): Promise<Decided> {
  const { affair, toDo = [] } = decided;
  const [first] = toDo;
  if (!("resolutions" in affair) || first === undefined) return decided;

  const ticket = first.ticket ?? (await open(on, transaction, affair, first.text, reading, order, now));
  for (const command of ordersFor(on, affair, first.text, order, now)) {
    // Only whoever must act hears of it; the rest is written down.
    const quiet = command.verb !== "whistle" && command.verb !== "transfer";
    await carryOutWithin(on.office, transaction, ticket, command, now, { rows: [], as: () => ({ as: "answered" }), quiet });
  }
  const resolutions = affair.resolutions.map((one, index) =>
    index === affair.resolutions.length - 1 ? { ...one, ticket } : one,
  );
  const resolved = `${affair.kind}.resolved`;
  const say = decided.say.map((sentence) =>
    sentence.wording === resolved ? { ...sentence, wording: `${resolved}Ticket`, fill: { ...sentence.fill, ticket } } : sentence,
  );
  const { toDo: _done, ...rest } = decided;
  return { ...rest, affair: { ...affair, resolutions }, say };
}

async function open(
  on: Commissioning,
  transaction: CouncilTransaction,
  affair: Affair,
  text: string,
  reading: Reading,
  { by }: AffairOrder,
  now: Instant,
): Promise<number> {
  const opening = {
    reading: { ...reading, kind: reading.kind as "demand" | "hazard" },
    reporter: { id: by.id, alias: by.alias },
    home: {},
    source: markOf(affair),
  };
  return (await fileWithin(on.office, transaction, opening, text, now)).ticket.number;
}

/** The end of the last working day that is not after the day named: 10月底前 is not the Monday after a Saturday the 31st. */
function lastWorkday(calendar: WorkCalendar, at: Instant): Instant {
  let day = calendar.zone.day(at - 1);
  for (let back = 0; back < 10 && !calendar.isWorkday(day); back++) day = plusDays(day, -1);
  return closing(calendar, day);
}

/** Confirmed at once, given to the unit or person that the words name, and extended to the day that they name. What does not fit is left out. */
function ordersFor(
  { desk, readAhead }: Chamber,
  affair: Affair,
  text: string,
  { by }: AffairOrder,
  now: Instant,
): readonly Command[] {
  const { units, people } = desk.community;
  const unit = units.find(({ name }) => text.includes(name));
  const person = people.find((one) => one.unit === undefined && text.includes(one.name));
  const until = toldTime(readAhead, text, now);
  const why = `${markOf(affair)}${text}`;
  const orders: Command[] = [{ verb: "confirm", by }];
  if (unit !== undefined) orders.push({ verb: "whistle", by, to: unit.name, text: why });
  else if (person !== undefined) orders.push({ verb: "transfer", by, to: person.name, text: why });
  const last = until === undefined ? undefined : lastWorkday(desk.calendar, until.to ?? until.from);
  if (last !== undefined && last > now) orders.push({ verb: "extend", by, at: last, text: why });
  return [...orders, { verb: "note", by, text: why }];
}
