import { Hono } from "hono";
import { showHalls } from "./halls/mount.ts";
import { createOpen311 } from "./open311/endpoint.ts";
import { showOverview } from "./overview/routes.ts";
import type { BoardParts } from "./parts.ts";
import { showSandbox } from "./sandbox/routes.ts";
import { createChanges } from "./shell/changes.ts";
import { showChannel } from "./shell/channel-routes.ts";
import { guardForms } from "./shell/form.ts";
import { ownName, safeHeaders } from "./shell/guard.ts";
import { live } from "./shell/live.ts";
import { loadPageFiles } from "./shell/page-files.ts";
import { refuse } from "./shell/refuse.ts";
import { type BoardEnv, needsSignIn, recognise } from "./shell/visitor.ts";
import { showSignIn } from "./sign-in/routes.ts";
import { createSessions } from "./sign-in/sessions.ts";
import { showTickets } from "./tickets/routes.ts";
import { showTrack } from "./track/routes.ts";

/** Orders of the sandbox's chats: they are JSON, larger, and guarded where they are answered. */
const CHATS = ["/say", "/recall", "/travel"];

/**
 * The board: what anybody at this computer may see, the ways in, and the pages of whoever is signed in.
 * Gives a Hono app to be served or, in tests, to be asked with `app.request`.
 */
export function createBoard(parts: BoardParts): Hono<BoardEnv> {
  const { door, clock } = parts;
  const sessions = createSessions({ ...door, clock, ...parts.stays });
  const board = new Hono<BoardEnv>();
  board.use(safeHeaders);
  board.get("/healthz", (c) => c.json({ ok: true, channel: parts.status().state }));
  board.use(ownName(parts.hosts));

  if (parts.open311 !== undefined) board.route("/open311/v2", createOpen311(parts.open311));

  const files = loadPageFiles();
  board.get("/page/:name", (c) => {
    const file = files.get(c.req.param("name"));
    return file === undefined
      ? refuse(c, "notFound")
      : c.body(file.text, 200, { "Content-Type": file.type, "Cache-Control": "no-cache" });
  });
  board.use(recognise(sessions, door.isSecure));
  board.use(guardForms(clock, parts.hosts, CHATS));

  if (parts.sandbox === undefined) showChannel(board, parts);
  else showSandbox(board, parts, parts.sandbox);
  showSignIn(board, parts, sessions);
  showOverview(board, parts);
  showTickets(board, parts);
  showHalls(board, parts);
  showTrack(board, parts);
  const changes = createChanges(parts.head);
  board.get("/live", needsSignIn(), (c) => live(c, changes));

  board.notFound((c) => refuse(c, "notFound"));
  board.onError((error, c) => {
    parts.failed(error instanceof Error ? error.message : String(error));
    return CHATS.includes(c.req.path) ? c.json({ error: "页面出错了，请再试一次。" }, 500) : refuse(c, "failed");
  });
  return board;
}
