import type { Hono } from "hono";
import { showCalendar } from "../calendar/routes.ts";
import { showConsent } from "../consent/routes.ts";
import { showCouncil } from "../council/routes.ts";
import { showLists } from "../lists/routes.ts";
import { showOutbox } from "../outbox/routes.ts";
import type { BoardParts } from "../parts.ts";
import { showPeople } from "../people/routes.ts";
import type { BoardEnv } from "../shell/visitor.ts";
import { showWishes } from "../wishes/routes.ts";

/** The pages besides tickets; each checks for itself whose it is. */
export function showHalls(board: Hono<BoardEnv>, parts: BoardParts): void {
  showWishes(board, parts);
  showCouncil(board, parts);
  showConsent(board, parts);
  showCalendar(board, parts);
  showLists(board, parts);
  showOutbox(board, parts);
  showPeople(board, parts);
}
