import { createHash } from "node:crypto";
import { z } from "zod";
import { MINUTE } from "../../shared/instant.ts";
import type { Memory } from "./memory.ts";

/** How long a link for signing in may be opened after it was said. */
export const LINK_LIVES = 10 * MINUTE;

/** As `newToken` makes it: 32 bytes in base64url. */
export const TOKEN = /^[A-Za-z0-9_-]{43}$/;

const Offered = z.object({ person: z.string(), until: z.number() });

export type Links = {
  /** A token that signs this person in once, until then. Only its hash is kept. */
  readonly offer: (person: string, until: number) => Promise<string>;
  /** Whether a token would still be taken; it is not used up by asking. */
  readonly isGood: (token: string) => Promise<boolean>;
  /** Uses a token up: the name of the person it was for, once. */
  readonly take: (token: string) => Promise<string | undefined>;
};

/** One-time links. `newToken` gives 32 random bytes as text. */
export function createLinks(memory: Memory, newToken: () => string, clock: () => number): Links {
  const read = async (token: string) => {
    if (!TOKEN.test(token)) return undefined;
    const found = Offered.safeParse(await memory.get(keyOf(token)));
    return found.success && found.data.until > clock() ? found.data : undefined;
  };
  return {
    offer: async (person, until) => {
      const token = newToken();
      await memory.set(keyOf(token), { person, until }, Math.max(until - clock(), 1));
      return token;
    },
    isGood: async (token) => (await read(token)) !== undefined,
    take: async (token) => {
      const found = await read(token);
      if (found === undefined) return undefined;
      return (await memory.delete(keyOf(token))) === true ? found.person : undefined;
    },
  };
}

function keyOf(token: string): string {
  return `in:${hashOf(token)}`;
}

/** What is kept of a secret: whoever reads the database cannot use it. */
export function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
