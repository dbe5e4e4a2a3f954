import type { Contact, Room } from "wechaty";
import type { Instant } from "../../shared/instant.ts";

/**
 * What people are called in each room. Wechaty keeps room members in a cache that never hits (wechaty-puppet 1.20.2 stores them
 * under the key "memberId").
 */
export type Aliases = {
  /** The name, if it is known without asking. */
  known(room: Room, contact: Contact): string | undefined;
  ask(room: Room, contact: Contact): Promise<string>;
  forget(roomId: string): void;
  forgetAll(): void;
};

type RoomNames = { readonly names: Map<string, string>; askedAt: Instant };

/** Names older than `life` are still given, and asked for anew behind the back: a message does not wait for that. */
export function createAliases(clock: () => Instant, life: number): Aliases {
  const rooms = new Map<string, RoomNames>();

  function namesOf(room: Room): RoomNames {
    const kept = rooms.get(room.id);
    if (kept !== undefined) return kept;
    const fresh = { names: new Map<string, string>(), askedAt: clock() };
    rooms.set(room.id, fresh);
    return fresh;
  }

  function refresh(room: Room, kept: RoomNames): void {
    kept.askedAt = clock();
    room.wechaty.puppet.roomMemberPayloadDirty(room.id).then(
      () => rooms.delete(room.id),
      () => undefined,
    );
  }

  return {
    known(room, contact) {
      const kept = rooms.get(room.id);
      if (kept !== undefined && clock() - kept.askedAt > life) refresh(room, kept);
      return kept?.names.get(contact.id);
    },
    async ask(room, contact) {
      const alias = (await room.alias(contact)) || contact.name();
      if (alias !== "") namesOf(room).names.set(contact.id, alias);
      return alias;
    },
    forget: (roomId) => rooms.delete(roomId),
    forgetAll: () => rooms.clear(),
  };
}
