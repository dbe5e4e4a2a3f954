import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { channelPage } from "./channel-page.ts";
import { ownName, ownPage, safeHeaders } from "./guard.ts";
import { live, watch } from "./live.ts";
import { createOpen311 } from "./open311/endpoint.ts";
import { loadPageFiles } from "./page-files.ts";
import type { BoardParts, SandboxDesk } from "./parts.ts";
import { createPhotos } from "./photos.ts";
import { channelPicture, publicTickets, sandboxPicture } from "./picture.ts";
import { sandboxPage } from "./sandbox-page.ts";
import { PHOTO_LIMIT, readRecall, readSaid } from "./say.ts";

/**
 * The page: the sandbox's chats where there is a sandbox, else how the channel is.
 * Gives a Hono app to be served or, in tests, to be asked with `app.request`.
 */
export function createBoard(parts: BoardParts): Hono {
  const board = new Hono();
  board.use(safeHeaders);
  board.get("/healthz", (c) => c.json({ ok: true, channel: parts.status().state }));
  board.use(ownName(parts.hosts));

  if (parts.open311 !== undefined) board.route("/open311/v2", createOpen311(parts.open311));

  const files = loadPageFiles();
  board.get("/page/:name", (c) => {
    const file = files.get(c.req.param("name"));
    return file === undefined ? c.notFound() : c.body(file.text, 200, { "Content-Type": file.type, "Cache-Control": "no-cache" });
  });
  if (parts.sandbox === undefined) showChannel(board, parts);
  else showSandbox(board, parts, parts.sandbox);
  board.notFound((c) => c.text("没有这一页。请回到首页。", 404));
  board.onError((_error, c) => c.json({ error: "页面出错了，请再试一次。" }, 500));
  return board;
}

function showChannel(board: Hono, parts: BoardParts): void {
  board.get("/", async (c) => c.html(await channelPage(parts, await publicTickets(parts))));
  board.get("/events", (c) => live(c, { picture: () => channelPicture(parts), onChange: watch(parts.status) }));
}

function showSandbox(board: Hono, parts: BoardParts, desk: SandboxDesk): void {
  const photos = createPhotos();
  const newcomers = new Set<string>();
  const tooLarge = bodyLimit({
    maxSize: PHOTO_LIMIT * 1.4,
    onError: (c) => c.json({ error: "照片太大了，请选 5 MB 以内的。" }, 413),
  });

  board.get("/", (c) => c.html(sandboxPage(parts)));
  board.get("/events", (c) => live(c, { picture: () => sandboxPicture(parts, desk, newcomers), onChange: desk.onChange }));
  board.get("/photo/:name", (c) => {
    const name = c.req.param("name");
    const picture = desk.picture(name);
    const photo = picture === undefined ? photos.open(name) : { bytes: picture, type: "image/png" };
    return photo === undefined ? c.notFound() : c.body(Uint8Array.from(photo.bytes), 200, { "Content-Type": photo.type });
  });
  board.post("/say", ownPage, tooLarge, async (c) => {
    const read = readSaid(await c.req.json().catch(() => undefined), desk, parts.bot, photos);
    if ("refused" in read) return c.json({ error: read.refused }, 400);

    newcomers.add(read.order.who);
    await desk.speak(read.order);
    return c.json({ ok: true });
  });
  board.post("/recall", ownPage, tooLarge, async (c) => {
    const read = readRecall(await c.req.json().catch(() => undefined), desk, newcomers);
    if ("refused" in read) return c.json({ error: read.refused }, 400);

    await desk.recall(read.order);
    return c.json({ ok: true });
  });
}
