import type { Hono } from "hono";
import type { BoardParts } from "../parts.ts";
import { channelPicture, publicTickets } from "../sandbox/picture.ts";
import { channelPage } from "./channel-page.ts";
import { live, watch } from "./live.ts";
import { refuse } from "./refuse.ts";
import type { BoardEnv } from "./visitor.ts";

/** Where nobody is signed in: how the channel is, with the code to scan, as long as this computer alone can reach it. The code would let a stranger's account in. */
export function showChannel(board: Hono<BoardEnv>, parts: BoardParts): void {
  board.get("/", async (c) => {
    const session = c.get("session");
    const maySeeChannel = session === undefined ? !parts.isPublic : session.actor.roles.includes("secretary");
    if (session !== undefined && (!maySeeChannel || parts.status().state === "online")) return c.redirect("/overview", 303);
    return maySeeChannel ? c.html(await channelPage(parts, await publicTickets(parts))) : c.redirect("/sign-in", 303);
  });
  board.get("/events", (c) => {
    const maySee = !parts.isPublic || c.get("session")?.actor.roles.includes("secretary") === true;
    return maySee ? live(c, { picture: () => channelPicture(parts), onChange: watch(parts.status) }) : refuse(c, "notYours");
  });
}
