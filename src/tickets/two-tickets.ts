import type { Instant } from "../shared/instant.ts";
import type { Command } from "./command.ts";
import { open } from "./deciding/decide.ts";
import type { Refusal } from "./deciding/refuse.ts";
import { absorb } from "./deciding/regroup.ts";
import type { Desk } from "./desk.ts";
import { keep, type Office } from "./keep.ts";
import { maySee } from "./permit.ts";
import type { Matter, Transaction } from "./register.ts";

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
  const party =
    ticket.supporters.find(({ alias }) => command.text?.includes(alias)) ??
    ticket.supporters.find(({ alias }) => command.text?.startsWith(alias.split(" ")[0] ?? alias));
  return party === undefined
    ? command
    : { ...command, party, text: command.text?.replace(party.alias, "").trim() || ticket.category };
}

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
