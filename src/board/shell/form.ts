import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { MINUTE } from "../../shared/instant.ts";
import { createLimiter } from "../sign-in/limits.ts";
import { isOwnForm } from "../sign-in/sessions.ts";
import { comesFromElsewhere } from "./guard.ts";
import { refuse } from "./refuse.ts";
import { addressOf, type BoardContext, type BoardEnv } from "./visitor.ts";

/** No form of ours is longer. */
const LONGEST = 64 * 1024;
/** Orders a minute by one session, and by one address. */
const BY_SESSION = 40;
const BY_ADDRESS = 120;

/** Ways in and residents' own pages: whoever sends these forms has shown a secret, or is not signed in yet. */
const OWN_SECRET = /^\/(?:in|t)\/|^\/sign-in$/;

/** The fields of a form that was sent, each as one text. */
export type Fields = { readonly [name: string]: string };

/** Guards every form: small, from our own pages, not too often, and with the session's token where somebody is signed in. Paths in `free` look after themselves. */
export function guardForms(clock: () => number, hosts: readonly string[], free: readonly string[]): MiddlewareHandler<BoardEnv> {
  const bySession = createLimiter(BY_SESSION, MINUTE, clock);
  const byAddress = createLimiter(BY_ADDRESS, MINUTE, clock);
  const small = bodyLimit({ maxSize: LONGEST, onError: (c) => refuse(c, "tooLarge") });
  return async (c, next) => {
    if (c.req.method === "GET" || c.req.method === "HEAD" || free.includes(c.req.path)) return next();
    if (c.req.method !== "POST") return refuse(c, "unreadable");
    if (!byAddress.allows(addressOf(c))) return refuse(c, "tooOften");
    if (comesFromElsewhere(c, hosts)) return refuse(c, "badForm");
    return small(c, async () => {
      const session = c.get("session");
      const isRefused =
        session !== undefined && !OWN_SECRET.test(c.req.path) && !isOwnForm(session, (await fieldsOf(c))?.["csrf"]);
      if (isRefused) c.res = await refuse(c, "badForm");
      else if (session !== undefined && !bySession.allows(session.key)) c.res = await refuse(c, "tooOften");
      else await next();
    });
  };
}

/** Reads a form; undefined when it is none. Files and repeated fields are no part of our forms. */
export async function fieldsOf(c: BoardContext): Promise<Fields | undefined> {
  if (!/^application\/x-www-form-urlencoded(?:;|$)/i.test(c.req.header("content-type") ?? "")) return undefined;
  const body = await c.req.parseBody().catch(() => undefined);
  if (body === undefined) return undefined;
  return Object.fromEntries(Object.entries(body).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
}
