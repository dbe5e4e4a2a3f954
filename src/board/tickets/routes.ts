import type { Hono } from "hono";
import { html } from "hono/html";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { optionsOf } from "../../tickets/options.ts";
import type { Matter } from "../../tickets/register.ts";
import type { BoardParts } from "../parts.ts";
import { type Fields, fieldsOf } from "../shell/form.ts";
import { framed } from "../shell/framed.ts";
import { refuse } from "../shell/refuse.ts";
import { type BoardContext, type BoardEnv, needsSignIn, visitorOf } from "../shell/visitor.ts";
import { readFilter } from "./filter.ts";
import { listPage } from "./list-page.ts";
import { ORDER_FORMS, verbNamed } from "./order-forms.ts";
import { orderForms } from "./order-page.ts";
import { askedFields, readOrder } from "./read-order.ts";
import { REFUSAL_WORDS } from "./refusal-words.ts";
import { sendFile } from "./send-file.ts";
import { showList } from "./show-list.ts";
import { showTicket } from "./show-ticket.ts";
import { type Sight, sightOf } from "./sight.ts";
import { ticketPage } from "./ticket-page.ts";

type Name = keyof typeof ORDER_FORMS;
type Seen = { readonly matter: Matter; readonly sight: Sight };

/** The list, one ticket, and what may be done to it. What somebody may not know of is not there for them. */
export function showTickets(board: Hono<BoardEnv>, parts: BoardParts): void {
  board.get("/tickets", needsSignIn(), async (c) => {
    const listed = await showList(parts, visitorOf(c).actor, readFilter(c.req.query()));
    return framed(c, parts, { title: "事项", here: "/tickets", main: listPage(listed) });
  });
  board.get("/tickets/:number", needsSignIn(), async (c) => {
    const seen = await find(c, parts);
    return seen === undefined ? refuse(c, "notFound") : show(c, parts, seen);
  });
  board.post("/tickets/:number", needsSignIn(), async (c) => {
    const seen = await find(c, parts);
    return seen === undefined ? refuse(c, "notFound") : carryOut(c, parts, seen);
  });
  board.get("/tickets/:number/files/:id", needsSignIn(), async (c) => {
    const seen = await find(c, parts);
    return seen === undefined ? refuse(c, "notFound") : sendFile(c, parts, seen.matter, seen.sight);
  });
}

async function find(c: BoardContext, parts: BoardParts): Promise<Seen | undefined> {
  const digits = c.req.param("number") ?? "";
  if (!/^\d{1,9}$/.test(digits)) return undefined;
  const matter = await parts.finder.matter(Number(digits));
  const sight = matter === undefined ? undefined : sightOf(parts.desk, visitorOf(c).actor, matter);
  return matter === undefined || sight === undefined ? undefined : { matter, sight };
}

async function carryOut(c: BoardContext, parts: BoardParts, seen: Seen): Promise<Response> {
  const { actor } = visitorOf(c);
  const fields = await fieldsOf(c);
  const verb = verbNamed(fields?.["verb"]);
  if (fields === undefined || verb === undefined) return refuse(c, "unreadable");

  const asked = askedFields(verb, fields);
  const meaning = { zone: parts.desk.calendar.zone, personNamed: parts.personNamed };
  const order = readOrder(meaning, actor, verb, asked);
  if (order === undefined) return refuse(c, "unreadable");

  const { number } = seen.matter.ticket;
  const done = await parts.act(number, order);
  if (done === undefined) return refuse(c, "notFound");
  if ("refused" in done.decision) {
    const told = REFUSAL_WORDS[done.decision.refused];
    return show(c, parts, { ...seen, matter: done.matter }, { verb, fields: asked, told });
  }
  // It may have become something that this person may not know of any more.
  const isStillSeen = sightOf(parts.desk, actor, done.matter) !== undefined;
  return c.redirect(isStillSeen ? `/tickets/${number}?done=${verb}` : "/tickets", 303);
}

async function show(
  c: BoardContext,
  parts: BoardParts,
  { matter, sight }: Seen,
  refused?: { readonly verb: Name; readonly fields: Fields; readonly told: string },
): Promise<Response> {
  const { actor, csrf } = visitorOf(c);
  const { ticket } = matter;
  const possible: readonly string[] = optionsOf(parts.flowFor(ticket.kind), actor, ticket);
  const verbs = (Object.keys(ORDER_FORMS) as Name[]).filter((verb) => possible.includes(verb));
  const orders = orderForms({
    ticket,
    verbs,
    community: parts.desk.community,
    csrf,
    ...(refused === undefined ? {} : { refused }),
  });
  const done = verbNamed(c.req.query("done"));
  const told =
    refused !== undefined
      ? html`<p class="told bad" role="alert">没有办成：${refused.told}</p>`
      : done === undefined
        ? html``
        : html`<p class="told" role="status">已办：${ORDER_FORMS[done].name}。</p>`;
  const main = ticketPage(await showTicket(parts, actor, sight, matter), orders, told);
  const status: ContentfulStatusCode = refused === undefined ? 200 : 409;
  return framed(c, parts, { title: `#${ticket.number}`, here: "/tickets", main }, status);
}
