import type { Hono } from "hono";
import type { BoardParts } from "../parts.ts";
import { framed } from "../shell/framed.ts";
import { type BoardEnv, needsSignIn, visitorOf } from "../shell/visitor.ts";
import { readFilter } from "./filter.ts";
import { listPage } from "./list-page.ts";
import { showList } from "./show-list.ts";

/** The list, one ticket, and what may be done to it. */
export function showTickets(board: Hono<BoardEnv>, parts: BoardParts): void {
  board.get("/tickets", needsSignIn(), async (c) => {
    const listed = await showList(parts, visitorOf(c).actor, readFilter(c.req.query()));
    return framed(c, parts, { title: "事项", here: "/tickets", main: listPage(listed) });
  });
}
