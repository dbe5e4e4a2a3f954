import type { Hono } from "hono";
import { z } from "zod";
import { mayBegin } from "../../council/permit.ts";
import type { Told } from "../halls/forms.ts";
import { onlyFor } from "../halls/only-for.ts";
import { STAFF } from "../halls/roles.ts";
import type { BoardParts } from "../parts.ts";
import { fieldsOf } from "../shell/form.ts";
import { framed } from "../shell/framed.ts";
import { refuse } from "../shell/refuse.ts";
import { type BoardContext, type BoardEnv, visitorOf } from "../shell/visitor.ts";
import { affairPage } from "./affair-page.ts";
import { BEGINNINGS, beginPage } from "./begin-page.ts";
import { listPage, titleOf } from "./list-page.ts";
import { AFFAIR_NAMES, SHOWN_KINDS } from "./names.ts";
import { takeOrder } from "./take-order.ts";

const MOST = 60;
const Kind = z.enum(SHOWN_KINDS);
const Begun = z.object({
  word: z.enum(BEGINNINGS.map(({ word }) => word)),
  text: z.string().trim().min(1).max(1_000),
  once: z.string().regex(/^[A-Za-z0-9_-]{20,60}$/),
});

/** Notices, meetings, votes and surveys, for staff. */
export function showCouncil(board: Hono<BoardEnv>, parts: BoardParts): void {
  const { council } = parts.halls;
  const { newToken } = parts.door;

  board.get("/affairs", onlyFor(STAFF), async (c) => {
    const kind = Kind.safeParse(c.req.query("kind")).data;
    const affairs = await council.latest(kind === undefined ? SHOWN_KINDS : [kind], MOST);
    const { actor } = visitorOf(c);
    const listing = { affairs, mayBegin: mayBegin(actor), sayTime: parts.sayTime, ...(kind === undefined ? {} : { kind }) };
    return framed(c, parts, { title: "会务", here: "/affairs", main: listPage(listing) });
  });

  board.get("/affairs/new", onlyFor(STAFF), (c) => {
    const session = visitorOf(c);
    if (!mayBegin(session.actor)) return refuse(c, "notFound");
    return framed(c, parts, { title: "新发起", here: "/affairs", main: beginPage(session, newToken()) });
  });
  board.post("/affairs/new", onlyFor(STAFF), async (c) => {
    const session = visitorOf(c);
    const read = Begun.safeParse(await fieldsOf(c));
    if (!mayBegin(session.actor)) return refuse(c, "notFound");
    if (!read.success) return refuse(c, "unreadable");
    const { word, text, once } = read.data;
    const begun = await council.begin({ by: session.actor, text: `${word} ${text}`, once });
    if ("kind" in begun) {
      const path = begun.kind === "project" ? `/consent/${begun.number}` : `/affairs/${begun.kind}/${begun.number}`;
      return c.redirect(path, 303);
    }
    return framed(c, parts, { title: "新发起", here: "/affairs", main: beginPage(session, newToken(), { word, text }, begun) });
  });

  const show = async (c: BoardContext, told?: Told): Promise<Response> => {
    const kind = Kind.safeParse(c.req.param("kind")).data;
    const affair = kind === undefined ? undefined : await council.affair(kind, Number(c.req.param("number")));
    if (affair === undefined) return refuse(c, "notFound");
    const receipts = affair.kind === "notice" ? await council.receipts(affair) : [];
    const session = visitorOf(c);
    const main = affairPage({
      session,
      chamber: council.chamber,
      affair,
      receipts,
      sayTime: parts.sayTime,
      newOnce: newToken,
      now: parts.clock(),
      ...(told === undefined ? {} : { told }),
    });
    return framed(c, parts, { title: `${AFFAIR_NAMES[affair.kind]}${affair.number} ${titleOf(affair)}`, here: "/affairs", main });
  };
  board.get("/affairs/:kind/:number{\\d{1,9}}", onlyFor(STAFF), (c) => show(c));
  board.post("/affairs/:kind/:number{\\d{1,9}}", onlyFor(STAFF), async (c) => {
    const kind = Kind.safeParse(c.req.param("kind")).data;
    if (kind === undefined) return refuse(c, "notFound");
    const told = await takeOrder(c, parts, kind, Number(c.req.param("number")));
    return typeof told === "string" ? refuse(c, told) : show(c, told);
  });
}
