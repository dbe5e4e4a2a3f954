import { timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { Person } from "../../shared/community.ts";
import { DAY, HOUR, MINUTE } from "../../shared/instant.ts";
import type { Actor } from "../../tickets/ticket.ts";
import { hashOf, TOKEN } from "./links.ts";
import type { Memory } from "./memory.ts";

/** A session ends when nobody has come for so long. */
export const SESSION_LIVES = 12 * HOUR;
/** However busy somebody is, they sign in anew now and then. */
const LONGEST = 7 * DAY;
/** It is written again at most so often. */
const RENEWED = 5 * MINUTE;

const Kept = z.object({ person: z.string(), roles: z.string(), csrf: z.string(), since: z.number(), seen: z.number() });

/** Somebody who is signed in, as they are now. */
export type Session = { readonly key: string; readonly actor: Actor; readonly csrf: string };

export type Sessions = {
  /** Signs a person in; gives the cookie's value. Undefined for somebody who is nobody here (any more). */
  readonly begin: (person: string) => Promise<string | undefined>;
  /** Who comes with this cookie. Whoever has lost or changed their roles since must sign in again. */
  readonly find: (token: string | undefined) => Promise<Session | undefined>;
  readonly end: (session: Session) => Promise<void>;
};

/** Sessions in memory with an end; `people` is asked each time, so that a role that was taken away is gone at once. */
export function createSessions(on: {
  readonly memory: Memory;
  readonly newToken: () => string;
  readonly clock: () => number;
  readonly people: () => readonly Person[];
}): Sessions {
  const { memory, newToken, clock, people } = on;
  const named = (name: string): Person | undefined => people().find((one) => one.name === name && one.roles.length > 0);
  return {
    begin: async (name) => {
      const person = named(name);
      if (person === undefined) return undefined;
      const token = newToken();
      const now = clock();
      const kept = { person: name, roles: rolesOf(person), csrf: newToken(), since: now, seen: now };
      await memory.set(keyOf(token), kept, SESSION_LIVES);
      return token;
    },
    find: async (token) => {
      if (token === undefined || !TOKEN.test(token)) return undefined;
      const key = keyOf(token);
      const read = Kept.safeParse(await memory.get(key));
      if (!read.success) return undefined;
      const { data: kept } = read;
      const now = clock();
      const person = named(kept.person);
      const isOver = now - kept.seen >= SESSION_LIVES || now - kept.since >= LONGEST;
      if (person === undefined || isOver || rolesOf(person) !== kept.roles) {
        await memory.delete(key);
        return undefined;
      }
      if (now - kept.seen > RENEWED) await memory.set(key, { ...kept, seen: now }, SESSION_LIVES);
      return { key, actor: actorOf(person), csrf: kept.csrf };
    },
    end: async ({ key }) => {
      await memory.delete(key);
    },
  };
}

/** Whether a form carries the session's own token. */
export function isOwnForm({ csrf }: Session, given: unknown): boolean {
  if (typeof given !== "string" || given.length !== csrf.length) return false;
  return timingSafeEqual(Buffer.from(hashOf(given)), Buffer.from(hashOf(csrf)));
}

function keyOf(token: string): string {
  return `session:${hashOf(token)}`;
}

function rolesOf({ roles, unit = "" }: Person): string {
  return [...[...roles].sort(), unit].join(" ");
}

/** A person of the community as the roll call knows them. */
export function actorOf({ name, alias, roles, unit }: Person): Actor {
  return { id: `staff:${name}`, alias, name, roles, ...(unit === undefined ? {} : { unit }) };
}
