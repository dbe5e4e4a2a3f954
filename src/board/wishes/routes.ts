import type { Hono } from "hono";
import type { Community } from "../../shared/community.ts";
import type { Matter } from "../../tickets/register.ts";
import { namesSomebody, unnamed } from "../../tickets/saying/unnamed.ts";
import type { BoardParts } from "../parts.ts";
import type { BoardEnv } from "../shell/visitor.ts";
import { wallPage } from "./wall-page.ts";

/** Nobody needs to know whether it is two thousand or three. */
const COUNTED = 999;
const MOST = { open: 60, claimed: 20, done: 20 };

/** The wish wall: for anybody, without signing in. */
export function showWishes(board: Hono<BoardEnv>, parts: BoardParts): void {
  const { wishes } = parts.halls;
  board.get("/wishes", async (c) => {
    const [counts, open, claimed, done] = await Promise.all([
      wishes.counts(COUNTED + 1),
      wishes.latest("open", MOST.open),
      wishes.latest("claimed", MOST.claimed),
      wishes.latest("done", MOST.done),
    ]);
    const { community } = parts.desk;
    const of = (state: "open" | "claimed" | "done", matters: readonly Matter[]) =>
      matters.map((matter) => ({ number: matter.ticket.number, words: publicWords(community, matter), state }));
    return c.html(wallPage(parts, counts, [...of("open", open), ...of("claimed", claimed), ...of("done", done)]));
  });
}

/** The words that were published; should they tell who or where after all, they are not shown. */
function publicWords(community: Community, { ticket, summary }: Matter): string {
  const words = ticket.published ?? unnamed(community, summary);
  return words === "" || namesSomebody(community, words) ? "一个小小的心愿" : words;
}
