import type { Context, MiddlewareHandler } from "hono";
import { getCookie } from "hono/cookie";
import type { Role } from "../../shared/community.ts";
import type { Session, Sessions } from "../sign-in/sessions.ts";
import { refuse } from "./refuse.ts";

/** What Hono carries through a request: who comes, and the connection it came by (absent in tests). */
export type BoardEnv = {
  Variables: { session: Session | undefined };
  Bindings: { incoming?: { readonly socket?: { readonly remoteAddress?: string } } };
};

export type BoardContext = Context<BoardEnv>;

/** `__Host-` binds the cookie to this name and to https; a browser refuses it without. */
export function cookieName(isSecure: boolean): string {
  return isSecure ? "__Host-board" : "board";
}

/** Looks once who comes. */
export function recognise(sessions: Sessions, isSecure: boolean): MiddlewareHandler<BoardEnv> {
  return async (c, next) => {
    c.set("session", await sessions.find(getCookie(c, cookieName(isSecure))));
    return next();
  };
}

/** For signed-in people, or for those of some roles alone. Others are shown the way in. */
export function needsSignIn(...roles: readonly Role[]): MiddlewareHandler<BoardEnv> {
  return async (c, next) => {
    const session = c.get("session");
    if (session === undefined) return c.redirect("/sign-in", 303);
    if (roles.length > 0 && !session.actor.roles.some((role) => roles.includes(role))) return refuse(c, "notYours");
    return next();
  };
}

/** Whoever is signed in; call it behind `needsSignIn`. */
export function visitorOf(c: BoardContext): Session {
  const session = c.get("session");
  if (session === undefined) throw new Error("a page without needsSignIn asked for its visitor; add needsSignIn");
  return session;
}

/** Where a request comes from. Behind a proxy on this computer it is the last address that the proxy wrote. */
export function addressOf(c: BoardContext): string {
  const remote = c.env?.incoming?.socket?.remoteAddress ?? "unknown";
  const isHere = /^(?:::1|::ffff:127\.|127\.)/.test(remote);
  const told = c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim();
  return isHere && told !== undefined && told !== "" ? told.slice(0, 60) : remote;
}
