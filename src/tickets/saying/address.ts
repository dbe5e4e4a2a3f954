import { allGrids, contactOf, type Room } from "../../shared/community.ts";
import { aliasOf, type Desk, secretaryOf } from "../desk.ts";
import type { Audience } from "../flow/flow.ts";
import type { PersonRef, Ticket } from "../ticket.ts";
import type { Address } from "./sentence.ts";
import type { Wording } from "./wording.ts";

export type Reachable = (person: PersonRef) => boolean;

/** Ids of programs that file for others (Open311) begin so: nobody can write to them, they ask. */
export const PROGRAM = "open311:";

type Addressing = { readonly desk: Desk; readonly reachable: Reachable; readonly speaker?: PersonRef };

/** One who is told: their own id (or the group's topic), and where. */
type Addressee = { readonly id: string; readonly to: Address };

/** Everyone whom a sentence of a flow is for, with the place where each is told. Of a dispute nobody is told anything in a group. */
export function addressees(on: Addressing, ticket: Ticket, audience: Audience, wording: Wording): readonly Addressee[] {
  const { desk, speaker } = on;
  const staff = (name: string): Addressee[] => [each(staffRef(desk, name), (one) => toStaff(desk, ticket, one))];
  const resident = (people: readonly PersonRef[]): Addressee[] =>
    people
      .filter(({ id }) => !id.startsWith(PROGRAM))
      .map((one) => each(one, () => toResident(on, ticket, one, wording.purpose === "acknowledge")));
  switch (audience) {
    case "reporter":
      return resident(ticket.reporters.slice(0, 1));
    case "asked":
      return resident([...ticket.reporters, ...ticket.supporters]);
    case "handler":
      return staff(ticket.handler);
    case "firstHandler":
      return staff(ticket.firstHandler);
    case "secretary":
      return staff(secretaryOf(desk));
    case "speaker":
      return [speakerOf(on, ticket, speaker ?? staffRef(desk, ticket.handler), wording)];
    case "unit":
      return ticket.unit === undefined || ticket.kind === "dispute" ? [] : unitOf(desk, ticket.unit);
    case "claimant":
      return ticket.claimant === undefined ? [] : [{ id: ticket.claimant.id, to: { person: ticket.claimant } }];
    case "parties":
      return inPrivate(on, ticket.parties ?? []);
    case "lastParty":
      return inPrivate(on, (ticket.parties ?? []).slice(-1));
    case "pool":
      return ticket.kind === "dispute" ? [] : rooms(desk, ["volunteers", "units"]);
    case "lead": {
      const lead = allGrids(desk.community.grids).find(({ name }) => name === ticket.grid)?.lead;
      return lead === undefined ? [] : staff(lead);
    }
    case "joiner":
      return inPrivate(on, ticket.supporters.slice(-1));
    case "group":
      return ticket.kind === "dispute" ? [] : group(desk, ticket);
  }
}

/** A member of staff by name; the id is ours and does not change with the account. */
export function staffRef(desk: Desk, name: string): PersonRef {
  return { id: `staff:${name}`, alias: aliasOf(desk, name) };
}

/** What can be said to somebody alone, or not at all: to the other side of a dispute, to whoever joined a danger. */
function inPrivate({ reachable }: Addressing, people: readonly PersonRef[]): readonly Addressee[] {
  return people.filter(reachable).map((one) => ({ id: one.id, to: { person: one } }));
}

/** The residents' group where it was raised; for what was raised in private, that of its estate. */
function group({ community }: Desk, { room, place }: Ticket): readonly Addressee[] {
  const residents = community.rooms.filter(({ kind }) => kind === "residents");
  const topic = room ?? (residents.find(({ estate }) => estate === place.estate) ?? residents[0])?.topic;
  return topic === undefined ? [] : [{ id: topic, to: { room: topic } }];
}

function each(person: PersonRef, where: (person: PersonRef) => Address): Addressee {
  return { id: person.id, to: where(person) };
}

function rooms(desk: Desk, kinds: readonly Room["kind"][]): readonly Addressee[] {
  return desk.community.rooms.filter(({ kind }) => kinds.includes(kind)).map(({ topic }) => ({ id: topic, to: { room: topic } }));
}

/** A unit reads in the units' group, with its contact mentioned; where there is none, in private. */
function unitOf(desk: Desk, unit: string): readonly Addressee[] {
  const contact = contactOf(desk.community, unit);
  const room = desk.community.rooms.find(({ kind }) => kind === "units");
  const person = contact === undefined ? undefined : staffRef(desk, contact.name);
  if (person === undefined) return room === undefined ? [] : [{ id: unit, to: { room: room.topic } }];
  return [{ id: person.id, to: room === undefined ? { person } : { room: room.topic, mention: person } }];
}

/** Whoever gave the order hears of it where people like them are spoken to: staff in their room, a unit in its own, anybody else in private. */
function speakerOf(on: Addressing, ticket: Ticket, speaker: PersonRef, wording: Wording): Addressee {
  const person = on.desk.community.people.find(({ name }) => speaker.id === `staff:${name}`);
  const unit = person?.unit === undefined ? undefined : unitOf(on.desk, person.unit)[0];
  // Who serves a unit may be a neighbour too, and is answered as one in private.
  if (unit !== undefined && ticket.kind !== "dispute")
    return wording.for === "resident" ? { id: speaker.id, to: { person: speaker } } : unit;
  if (person === undefined) return { id: speaker.id, to: toResident(on, ticket, speaker, false) };
  const isHelper = person.roles.every((role) => role === "volunteer");
  return { id: speaker.id, to: isHelper ? { person: speaker } : toStaff(on.desk, ticket, speaker) };
}

/**
 * A resident reads the acknowledgement in the group where they spoke, once, and everything later in private; in the group again only
 * when we cannot write to them (CHANNEL: one bot sentence per matter in the group). Of a dispute nothing is ever said in a group.
 */
function toResident({ desk, reachable }: Addressing, ticket: Ticket, reader: PersonRef, isFirst: boolean): Address {
  const isOurs = reader.id.startsWith("staff:");
  if (isOurs) return toStaff(desk, ticket, reader);
  const group = ticket.kind === "dispute" ? undefined : ticket.room;
  if (group === undefined || (!isFirst && reachable(reader))) return { person: reader };
  return { room: group, mention: reader };
}

/** Staff read in their grid's room, with the one meant mentioned; of disputes, and where there is no such room, in private. */
function toStaff(desk: Desk, ticket: Ticket, reader: PersonRef): Address {
  const room = ticket.kind === "dispute" ? undefined : staffRoom(desk.community.rooms, ticket.grid);
  return room === undefined ? { person: reader } : { room: room.topic, mention: reader };
}

/** The staff room of a grid, else the one for everybody. */
export function staffRoom(all: readonly Room[], grid: string | undefined): Room | undefined {
  const staff = all.filter(({ kind }) => kind === "staff");
  return (
    staff.find((room) => room.grid !== undefined && room.grid === grid) ??
    staff.find((room) => room.grid === undefined) ??
    staff[0]
  );
}
