import type { Hono } from "hono";
import { z } from "zod";
import type { Told } from "../halls/forms.ts";
import { onlyFor } from "../halls/only-for.ts";
import { SPEAKERS } from "../halls/roles.ts";
import type { BoardParts } from "../parts.ts";
import { fieldsOf } from "../shell/form.ts";
import { framed } from "../shell/framed.ts";
import { refuse } from "../shell/refuse.ts";
import { type BoardContext, type BoardEnv, visitorOf } from "../shell/visitor.ts";
import { mayHandle } from "./may-read.ts";
import { outboxPage } from "./outbox-page.ts";

const SHOWN = { held: 50, waiting: 40, said: 20 };
const ids = z
  .string()
  .regex(/^\d{1,15}(?:,\d{1,15}){0,199}$/)
  .transform((text) => text.split(",").map(Number));
const Handled = z.object({ ids, as: z.enum(["again", "said", "dropped", "handSaid"]) });

const DONE = { again: "好，马上再发一次。", said: "好，记为已经说过。", dropped: "好，这句不说了。", handSaid: "好，记为已发。" };
const LATE: Told = { text: "这句已经有人处理了，或者已经不用说了。", isBad: true };

/** What is to be said, for the secretary and grid leads. */
export function showOutbox(board: Hono<BoardEnv>, parts: BoardParts): void {
  const { outbox } = parts.halls;
  const show = async (c: BoardContext, told?: Told): Promise<Response> => {
    const { queue, byHand } = outbox;
    const now = parts.clock();
    const [held, heldCount, waiting, waitingCount, said, drafts] = await Promise.all([
      queue.listed("held", SHOWN.held),
      queue.count("held"),
      queue.listed("waiting", SHOWN.waiting),
      queue.count("waiting"),
      queue.listed("said", SHOWN.said),
      byHand?.due(now),
    ]);
    const due = new Set(drafts?.flatMap(({ rows }) => rows.map(({ id }) => id)));
    const main = outboxPage({
      session: visitorOf(c),
      now,
      waking: outbox.waking(now),
      sayTime: parts.sayTime,
      iso: parts.iso,
      words: (row) => outbox.words(row, now),
      held,
      heldCount,
      waiting: waiting.filter(({ id }) => !due.has(id)),
      waitingCount: waitingCount - due.size,
      said,
      ...(drafts === undefined ? {} : { drafts }),
      ...(told === undefined ? {} : { told }),
    });
    return framed(c, parts, { title: "发件箱", here: "/outbox", main });
  };

  board.get("/outbox", onlyFor(SPEAKERS), (c) => show(c));
  board.post("/outbox", onlyFor(SPEAKERS), async (c) => {
    const read = Handled.safeParse(await fieldsOf(c));
    if (!read.success) return refuse(c, "unreadable");
    const { actor } = visitorOf(c);
    const rows = await outbox.queue.tended(read.data.ids);
    const [first] = rows;
    if (first === undefined || !mayHandle(actor, rows)) return refuse(c, "notFound");

    const now = parts.clock();
    const { as } = read.data;
    if (as === "handSaid") {
      const isSaid = (await outbox.byHand?.said(read.data.ids, actor.alias, now)) === true;
      return show(c, isSaid ? { text: DONE[as] } : LATE);
    }
    const text = as === "said" ? outbox.words(first, now) : "";
    const handled = await outbox.queue.handle(read.data.ids, "stuck", { as, by: actor.alias, at: now, text });
    return show(c, handled.length > 0 ? { text: DONE[as] } : LATE);
  });
  board.get("/outbox/:id{\\d{1,15}}/picture", onlyFor(SPEAKERS), async (c) => {
    const rows = await outbox.queue.tended([Number(c.req.param("id"))]);
    const [row] = rows;
    if (row?.picture === undefined || !mayHandle(visitorOf(c).actor, rows)) return refuse(c, "notFound");
    const { name, bytes } = await outbox.openPicture(row.picture);
    return c.body(new Uint8Array(bytes), 200, {
      "Content-Type": "image/png",
      "Content-Disposition": `attachment; filename="${encodeURIComponent(name)}"`,
    });
  });
}
