import type { MiddlewareHandler } from "hono";
import type { Role } from "../../shared/community.ts";
import { refuse } from "../shell/refuse.ts";
import type { BoardEnv } from "../shell/visitor.ts";

/** A page of some roles: strangers are shown the way in, for everybody else it is not there. */
export function onlyFor(roles: readonly Role[]): MiddlewareHandler<BoardEnv> {
  return async (c, next) => {
    const session = c.get("session");
    if (session === undefined) return c.redirect("/sign-in", 303);
    return session.actor.roles.some((role) => roles.includes(role)) ? next() : refuse(c, "notFound");
  };
}
