import type { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { BoardParts, SandboxDesk } from "../parts.ts";
import { ownPage } from "../shell/guard.ts";
import { live } from "../shell/live.ts";
import { refuse } from "../shell/refuse.ts";
import type { BoardEnv } from "../shell/visitor.ts";
import { createPhotos } from "./photos.ts";
import { publicTickets, sandboxPicture } from "./picture.ts";
import { sandboxPage } from "./sandbox-page.ts";
import { PHOTO_LIMIT, readMovedIn, readRecall, readSaid } from "./say.ts";
import { readTravel } from "./travel.ts";

/** The sandbox's chats: whoever is at the page may be anybody in them. */
export function showSandbox(board: Hono<BoardEnv>, parts: BoardParts, desk: SandboxDesk): void {
  const photos = createPhotos();
  const newcomers = new Set<string>();
  // Chats live as long as the service: matters that are there already were told of in chats that are gone.
  const isRestarted = publicTickets(parts).then(
    ({ length }) => length > 0,
    () => false,
  );
  const tooLarge = bodyLimit({
    maxSize: PHOTO_LIMIT * 1.4,
    onError: (c) => c.json({ error: "照片太大了，请选 5 MB 以内的。" }, 413),
  });

  board.get("/", (c) => c.html(sandboxPage(parts)));
  board.get("/events", (c) =>
    live(c, { picture: async () => sandboxPicture(parts, desk, newcomers, await isRestarted), onChange: desk.onChange }),
  );
  board.get("/photo/:name", (c) => {
    const name = c.req.param("name");
    const picture = desk.picture(name);
    const photo = picture === undefined ? photos.open(name) : { bytes: picture, type: "image/png" };
    return photo === undefined
      ? refuse(c, "notFound")
      : c.body(Uint8Array.from(photo.bytes), 200, { "Content-Type": photo.type });
  });
  board.post("/say", ownPage, tooLarge, async (c) => {
    const read = readSaid(await c.req.json().catch(() => undefined), desk, parts.bot, photos);
    if ("refused" in read) return c.json({ error: read.refused }, 400);

    newcomers.add(read.order.who);
    await desk.speak(read.order);
    return c.json({ ok: true });
  });
  board.post("/move-in", ownPage, tooLarge, async (c) => {
    const read = readMovedIn(await c.req.json().catch(() => undefined), desk, parts.bot);
    return "refused" in read ? c.json({ error: read.refused }, 400) : c.json({ ok: true });
  });
  board.post("/travel", ownPage, tooLarge, async (c) => {
    const read = await readTravel(await c.req.json().catch(() => undefined), desk);
    if ("refused" in read) return c.json({ error: read.refused }, 400);

    return c.json({ ok: true, isThere: await desk.travel(read.order), to: read.order });
  });
  board.post("/recall", ownPage, tooLarge, async (c) => {
    const read = readRecall(await c.req.json().catch(() => undefined), desk, newcomers);
    if ("refused" in read) return c.json({ error: read.refused }, 400);

    await desk.recall(read.order);
    return c.json({ ok: true });
  });
}
