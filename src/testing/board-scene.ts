import { randomBytes } from "node:crypto";
import type { Hono } from "hono";
import { createBoard } from "../board/board.ts";
import type { BoardEnv } from "../board/shell/visitor.ts";
import { createLinks, LINK_LIVES } from "../board/sign-in/links.ts";
import { boardHalls } from "../board-halls.ts";
import { boardParts } from "../board-parts.ts";
import { readConfig } from "../config.ts";
import { createMemory } from "../memory.ts";
import { house } from "./house.ts";
import type { Scene } from "./scene.ts";

/** A board on a scene: the real pages on the real database, visited without a network. */
export type BoardScene = {
  readonly board: Hono<BoardEnv>;
  /** Signs a member of staff in by a one-time link; gives their cookie. */
  readonly signIn: (name: string) => Promise<string>;
  readonly get: (path: string, cookie?: string) => Promise<{ readonly status: number; readonly text: string }>;
  /** Sends the form of a page: what is hidden in its first form with such words, and what is written. */
  readonly post: (
    path: string,
    cookie: string,
    fields: Readonly<Record<string, string>>,
  ) => Promise<{ readonly status: number; readonly text: string; readonly location?: string }>;
};

/** Opens the pages on a scene. */
export function openBoard(scene: Scene, settings: Readonly<Record<string, string>> = {}): BoardScene {
  const clock = scene.now;
  const config = readConfig({ DATA_DIR: scene.dataDir, ...settings });
  const { database } = scene;
  const memory = createMemory(database, clock);
  const { channel } = scene.sandbox;
  const failed = (why: string): never => {
    throw new Error(why);
  };
  const app = scene.app();
  const board = createBoard({
    ...boardParts({ config, house, database, memory, clock, failed }),
    halls: boardHalls({ config, house, database, memory, app, channel, clock }),
    status: () => channel.status(),
    act: app.act,
    personNamed: app.rollCall.named,
  });
  const links = createLinks(memory, () => randomBytes(32).toString("base64url"), clock);
  const headers = (cookie?: string) => (cookie === undefined ? {} : { cookie });
  const get: BoardScene["get"] = async (path, cookie) => {
    const answer = await board.request(path, { headers: headers(cookie) });
    return { status: answer.status, text: await answer.text() };
  };
  return {
    board,
    get,
    signIn: async (name) => {
      const token = await links.offer(name, clock() + LINK_LIVES);
      const answer = await board.request(`/in/${token}`, { method: "POST" });
      return (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
    },
    post: async (path, cookie, fields) => {
      const page = await get("/tickets", cookie);
      const csrf = /name="csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? "";
      const once = randomBytes(32).toString("base64url");
      const answer = await board.request(path, {
        method: "POST",
        headers: { ...headers(cookie), "content-type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams({ csrf, once, ...fields }).toString(),
      });
      const location = answer.headers.get("location");
      return { status: answer.status, text: await answer.text(), ...(location === null ? {} : { location }) };
    },
  };
}
