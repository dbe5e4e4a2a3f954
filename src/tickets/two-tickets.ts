import type { Instant } from "../shared/instant.ts";
import { tellsOfQuarrel } from "../shared/quarrel.ts";
import type { Command } from "./command.ts";
import { type Decided, open } from "./deciding/decide.ts";
import type { Refusal } from "./deciding/refuse.ts";
import { absorb } from "./deciding/regroup.ts";
import type { Desk } from "./desk.ts";
import { keep, type Office } from "./keep.ts";
import { maySee } from "./permit.ts";
import type { Matter, Transaction } from "./register.ts";
import type { Ticket } from "./ticket.ts";

/** An order that concerns a second ticket or another person is checked against them first. */
export async function complete(
  desk: Desk,
  transaction: Transaction,
  { ticket }: Matter,
  command: Command,
): Promise<Command | Refusal> {
  if (command.verb === "merge" && command.into !== undefined) {
    const target = (await transaction.matter(command.into))?.ticket;
    if (target === undefined || target.state === "closed") return { refused: "needsNumber" };
    // Nobody learns by trying which number is a quarrel.
    if (target.kind === "dispute" && !maySee(desk, command.by, target)) return { refused: "needsNumber" };
    // A quarrel is no part of anything that others may read.
    if (target.kind === "dispute" || ticket.kind === "dispute") return { refused: "staysPrivate" };
  }
  if (command.verb !== "split") return command;
  const { text = "" } = command;
  const people = [...ticket.supporters, ...ticket.reporters];
  const party = people.find(({ alias }) => text.includes(alias)) ?? people.find(({ alias }) => namedFirst(alias, text) !== "");
  if (party !== undefined) {
    const name = text.includes(party.alias) ? party.alias : namedFirst(party.alias, text);
    return { ...command, party, text: text.replace(name, "").trim() || ticket.category };
  }
  // Somebody is named who has not spoken of it: whoever splits it answers for what they heard.
  return NAMES_SOMEBODY.test(text) ? { ...command, party: { id: command.by.id, alias: command.by.alias } } : command;
}

/** `5-1-502` or `孙阿姨` at the beginning, of 5-1-502 孙阿姨. */
function namedFirst(alias: string, text: string): string {
  return alias.split(/\s+/).find((part) => part.length > 1 && text.startsWith(part)) ?? "";
}

const NAMES_SOMEBODY =
  /^(?:\d{1,2}-\d{1,2}-\d{3,4}|[\p{Script=Han}]{1,3}(?:女士|先生|阿姨|大爷|大妈|奶奶|爷爷|叔叔?|大姐|大哥|师傅))/u;

/** What an order does to a second ticket: the one this became part of hears of everybody, the one split off begins. */
export async function regroup(
  office: Office,
  transaction: Transaction,
  matter: Matter,
  command: Command,
  now: Instant,
): Promise<void> {
  const { ticket } = matter;
  if (command.verb === "merge" && ticket.mergedInto !== undefined) {
    const target = await transaction.matter(ticket.mergedInto);
    if (target === undefined) return;
    const absorbed = absorb(target.ticket, ticket, command.by.alias, now);
    await keep(office, transaction, { ...target, ticket: absorbed.ticket }, absorbed, {}, now);
  }
  if (command.verb !== "split") return;
  const number = await transaction.nextNumber();
  const words = command.text === ticket.category ? matter.summary : (command.text ?? matter.summary);
  const summary = words.slice(0, 30);
  const { place, room } = ticket;
  const reporter = command.party ?? ticket.reporters[0];
  if (reporter === undefined) return;
  const asks = { summary, place, confidence: 1, sure: true, by: command.by.alias };
  // What turns out to be a quarrel is nobody's to read in a group.
  const opened = tellsOfQuarrel(words)
    ? open(
        office.flowFor("dispute"),
        number,
        { reading: { ...asks, kind: "dispute", category: QUARRELS, urgency: "ordinary" }, reporter, home: place },
        now,
      )
    : asBefore(
        ticket,
        open(
          office.flowFor(ticket.kind),
          number,
          {
            reading: { ...asks, kind: ticket.kind, category: ticket.category, urgency: ticket.urgency },
            reporter,
            home: place,
            ...(room === undefined ? {} : { room }),
          },
          now,
        ),
      );
  // Whoever was told of the first number hears of the second in private, if at all.
  await keep(office, transaction, { ticket: opened.ticket, summary }, opened, {}, now);
}

/** The category of quarrels between neighbours (seeds/categories.yaml). */
const QUARRELS = "邻里";

/** What was split off stays with whoever has the matter it came from. */
function asBefore({ level, grid, handler, firstHandler }: Ticket, opened: Decided): Decided {
  const [event] = opened.events;
  if (event === undefined || level !== "grid" || opened.ticket.level !== "grid") return opened;
  const own = { handler, firstHandler, ...(grid === undefined ? {} : { grid }) };
  return { ...opened, ticket: { ...opened.ticket, ...own }, events: [{ ...event, set: { ...event.set, ...own } }] };
}
