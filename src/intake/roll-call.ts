import type { Community, Room } from "../shared/community.ts";
import type { Actor, PersonRef } from "../tickets/ticket.ts";
import type { Directory, Known } from "./directory.ts";
import type { Message, Speaker } from "./message.ts";

/** Who spoke, and what we make of them. */
export type Recognised = {
  readonly known: Known;
  readonly actor: Actor;
  /** They use a staff name that is bound to another account, or to none: ask them for a code, once. */
  readonly claims?: string;
  /** They were taken for this member of staff because the ids changed at a new login. */
  readonly rebound?: string;
};

/**
 * Knows people and groups by our own ids while the channel's change at every login (CHANNEL: Ids).
 * A member of staff is who gave the one-time code; a name alone proves nothing.
 */
export type RollCall = {
  readonly load: () => Promise<void>;
  /** Call with the account's own id when it logs in: ids seen under another are old. */
  readonly loggedIn: (self: string) => void;
  readonly who: (speaker: Speaker, room: Room | undefined) => Promise<Recognised>;
  /** The group of community.yaml that a message came from; undefined for any other group. */
  readonly where: (room: NonNullable<Message["room"]>, present: () => Promise<readonly string[]>) => Promise<Room | undefined>;
  /** Finds the community's groups among those the account is in. */
  readonly meetRooms: (present: readonly { readonly id: string; readonly topic: string }[]) => Promise<void>;
  /** Writes somebody down who is more to us than a chatterer: they asked, reported, or work here. */
  readonly keep: (known: Known) => Promise<void>;
  /** Whether somebody has been written down. */
  readonly knows: (known: Known) => boolean;
  readonly bind: (known: Known, staff: string) => Promise<Known>;
  /** The channel's ids of a person or a group, where known. */
  readonly contactOf: (person: PersonRef) => string | undefined;
  readonly roomIdOf: (topic: string) => string | undefined;
  readonly reachable: (person: PersonRef) => boolean;
  /** Residents whom we can write to in private and who have written to us; of these groups, or all. */
  readonly residents: (topics: readonly string[] | undefined) => readonly PersonRef[];
  /** The one resident known by that name, or by its house number; undefined when nobody or two are. */
  readonly named: (text: string) => PersonRef | undefined;
  /** Accounts bound to staff, by name. */
  readonly bound: () => ReadonlyMap<string, Known>;
};

export function createRollCall(directory: Directory, community: Community): RollCall {
  const byContact = new Map<string, Known>();
  const byId = new Map<string, Known>();
  const byStaff = new Map<string, Known>();
  const kept = new Set<string>();
  const rooms = new Map<string, string>();
  let login = "";

  const remember = (known: Known): Known => {
    const before = byId.get(known.id);
    if (before !== undefined) byContact.delete(before.contact);
    byContact.set(known.contact, known);
    byId.set(known.id, known);
    if (known.staff !== undefined) byStaff.set(known.staff, known);
    return known;
  };
  const change = async (known: Known): Promise<Known> => {
    // Chatterers are known while the process runs and never written down; whoever has been, stays.
    if (kept.has(known.id)) await directory.keep(known);
    return remember(known);
  };
  const keep = async (known: Known): Promise<void> => {
    if (kept.has(known.id)) return;
    await directory.keep(known);
    kept.add(known.id);
  };
  const find = ({ id }: PersonRef): Known | undefined => (id.startsWith("staff:") ? byStaff.get(id.slice(6)) : byId.get(id));

  const actorOf = (known: Known): Actor => {
    const person = community.people.find(({ name }) => name === known.staff);
    if (person === undefined) return { id: known.id, alias: known.alias, roles: [] };
    return {
      id: `staff:${person.name}`,
      alias: person.alias,
      name: person.name,
      roles: person.roles,
      ...(person.unit === undefined ? {} : { unit: person.unit }),
    };
  };

  /** Someone whose contact id is new: an old acquaintance after a new login, or a new one. */
  const meet = async (speaker: Speaker, room: Room | undefined): Promise<Recognised> => {
    const seen = room?.kind === "residents" ? { room: room.topic } : {};
    const fresh = { alias: speaker.alias, contact: speaker.id, login, friend: speaker.friend, ...seen };
    const staff = community.people.find(({ alias }) => alias === speaker.alias);
    const holder = staff === undefined ? undefined : byStaff.get(staff.name);
    const isOld = holder !== undefined && holder.login !== login;
    if (staff !== undefined && room?.kind === "staff" && isOld) {
      const known = await change({ ...holder, ...fresh });
      return { known, actor: actorOf(known), rebound: staff.name };
    }
    const neighbour = staff === undefined && room !== undefined ? sameName(speaker.alias) : undefined;
    const known =
      neighbour === undefined
        ? remember({ ...fresh, id: directory.idFor(speaker.id) })
        : await change({ ...neighbour, ...fresh });
    return { known, actor: actorOf(known), ...(staff === undefined ? {} : { claims: staff.name }) };
  };

  /** The one resident of that name who has not been seen since the new login; nobody when there are two. */
  const sameName = (alias: string): Known | undefined => {
    const old = [...byId.values()].filter((known) => known.alias === alias && known.login !== login && known.staff === undefined);
    return old.length === 1 ? old[0] : undefined;
  };

  return {
    load: async () => {
      for (const known of await directory.people()) {
        kept.add(known.id);
        remember(known);
      }
      for (const [topic, id] of await directory.rooms()) rooms.set(topic, id);
    },
    loggedIn: (self) => {
      login = self;
    },
    who: async (speaker, room) => {
      const known = byContact.get(speaker.id);
      if (known === undefined) return meet(speaker, room);

      const alias = room === undefined && known.alias !== "" ? known.alias : speaker.alias;
      const seen = room?.kind === "residents" ? room.topic : known.room;
      const same = known.alias === alias && known.login === login && known.friend === speaker.friend && known.room === seen;
      const now = same
        ? known
        : await change({ ...known, alias, login, friend: speaker.friend, ...(seen === undefined ? {} : { room: seen }) });
      return { known: now, actor: actorOf(now) };
    },
    where: async (room, present) => {
      const spec = community.rooms.find(({ topic }) => topic === room.topic);
      if (spec === undefined) return undefined;
      const bound = rooms.get(room.topic);
      if (bound === room.id) return spec;
      // A second group of the same name is nobody's: only when the first is gone has its id changed.
      if (bound !== undefined && (await present()).includes(bound)) return undefined;
      await directory.bindRoom(room.topic, room.id);
      rooms.set(room.topic, room.id);
      return spec;
    },
    meetRooms: async (present) => {
      for (const { topic } of community.rooms) {
        const found = present.filter((room) => room.topic === topic);
        const [only] = found;
        if (only === undefined || found.length > 1 || present.some(({ id }) => id === rooms.get(topic))) continue;
        await directory.bindRoom(topic, only.id);
        rooms.set(topic, only.id);
      }
    },
    keep,
    knows: ({ id }) => kept.has(id),
    bind: async (known, staff) => {
      kept.add(known.id);
      return change({ ...known, staff });
    },
    contactOf: (person) => find(person)?.contact,
    roomIdOf: (topic) => rooms.get(topic),
    reachable: (person) => find(person)?.friend === true,
    named: (text) => {
      const residents = [...byId.values()].filter(({ staff }) => staff === undefined);
      const exact = residents.filter(({ alias }) => alias === text.trim());
      const found =
        exact.length > 0 ? exact : residents.filter(({ alias }) => alias.split(/\s/)[0] === text.trim().split(/\s/)[0]);
      const [only] = found;
      return only === undefined || found.length > 1 ? undefined : { id: only.id, alias: only.alias };
    },
    residents: (topics) =>
      [...byId.values()]
        .filter(
          ({ id, staff, friend, room }) =>
            kept.has(id) && friend && staff === undefined && (topics === undefined || topics.includes(room ?? "")),
        )
        .map(({ id, alias }) => ({ id, alias })),
    bound: () => byStaff,
  };
}
