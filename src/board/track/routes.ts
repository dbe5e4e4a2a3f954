import type { Hono } from "hono";
import { MINUTE } from "../../shared/instant.ts";
import type { Command } from "../../tickets/command.ts";
import { aliasOf } from "../../tickets/desk.ts";
import { optionsOf } from "../../tickets/options.ts";
import type { Matter } from "../../tickets/register.ts";
import { promiseOf } from "../../tickets/saying/compose.ts";
import type { Actor } from "../../tickets/ticket.ts";
import type { BoardParts } from "../parts.ts";
import { type Fields, fieldsOf } from "../shell/form.ts";
import { refuse } from "../shell/refuse.ts";
import { addressOf, type BoardEnv } from "../shell/visitor.ts";
import { createLimiter } from "../sign-in/limits.ts";
import { TOKEN } from "../sign-in/links.ts";
import { eventName, OUTCOME_NAMES } from "../tickets/names.ts";
import { REFUSAL_WORDS } from "../tickets/refusal-words.ts";
import { type Tracked, trackPage } from "./track-page.ts";

/** Looks by one address in ten minutes; a house shares one. */
const LOOKS = 200;
/** What is no step for a resident: our own reminders and notes. */
const INWARD = ["reminded", "noted", "recounted", "climbed", "overdue", "urged", "excluded", "included"];

type Own = { readonly matter: Matter; readonly actor: Actor };

/** `/t/<token>`: one matter for one of those who asked for it. */
export function showTrack(board: Hono<BoardEnv>, parts: BoardParts): void {
  const looks = createLimiter(LOOKS, 10 * MINUTE, parts.clock);

  board.get("/t/:token", async (c) => {
    if (!looks.allows(addressOf(c))) return refuse(c, "tooOften");
    const own = await ownMatter(parts, c.req.param("token"));
    if (own === undefined) return refuse(c, "notFound");
    const told = c.req.query("done") === undefined ? undefined : { isBad: false, text: "谢谢您，记下了。" };
    return c.html(trackPage(await tracked(parts, own, told)));
  });
  board.post("/t/:token", async (c) => {
    const token = c.req.param("token");
    const own = looks.allows(addressOf(c)) ? await ownMatter(parts, token) : undefined;
    if (own === undefined) return refuse(c, "notFound");
    const order = orderIn(await fieldsOf(c), own.actor);
    if (order === undefined) return refuse(c, "unreadable");

    const done = await parts.act(own.matter.ticket.number, order);
    if (done === undefined) return refuse(c, "notFound");
    if (!("refused" in done.decision)) return c.redirect(`/t/${token}?done=1`, 303);
    const told = { isBad: true, text: `没有记下：${REFUSAL_WORDS[done.decision.refused]}` };
    return c.html(trackPage(await tracked(parts, own, told)), 409);
  });
}

/** The matter of a token and who asks, as long as it is still theirs. A quarrel has no page that could be passed on. */
async function ownMatter({ trackLinks, finder }: BoardParts, token: string): Promise<Own | undefined> {
  const link = TOKEN.test(token) ? await trackLinks.find(token) : undefined;
  const matter = link === undefined ? undefined : await finder.matter(link.ticket);
  if (link === undefined || matter === undefined || matter.ticket.kind === "dispute") return undefined;
  const asker = [...matter.ticket.reporters, ...matter.ticket.supporters].find(({ id }) => id === link.person);
  return asker === undefined ? undefined : { matter, actor: { ...asker, roles: [] } };
}

function orderIn(fields: Fields | undefined, by: Actor): Command | undefined {
  const text = (fields?.["text"] ?? "").trim().slice(0, 300);
  if (fields?.["again"] === "1") return { verb: "reopen", by, ...(text === "" ? {} : { text }) };
  const mark = fields?.["mark"] ?? "";
  return /^[1-5]$/.test(mark) ? { verb: "rate", by, mark: Number(mark) } : undefined;
}

async function tracked(parts: BoardParts, { matter, actor }: Own, told: Tracked["told"]): Promise<Tracked> {
  const { desk, flowFor, finder, iso, sayTime, clock } = parts;
  const { ticket, summary } = matter;
  const on = flowFor(ticket.kind);
  const promised = ticket.state === "open" ? promiseOf(on.flow, ticket) : undefined;
  const verbs = optionsOf(on, actor, ticket);
  const history = (await finder.history(ticket.number)).filter(({ type }) => !INWARD.includes(type)).slice(-30);
  const mark = ticket.ratings?.[actor.id];
  return {
    community: parts.community,
    number: ticket.number,
    title: summary,
    step: ticket.step,
    ...(ticket.state === "closed" ? { outcome: OUTCOME_NAMES[ticket.outcome] ?? ticket.outcome } : {}),
    handler: aliasOf(desk, ticket.handler),
    ...(promised === undefined ? {} : { due: { iso: iso(promised), text: sayTime(promised), isLate: promised < clock() } }),
    ...(ticket.result === undefined || ticket.result === "" ? {} : { result: ticket.result }),
    ...(mark === undefined ? {} : { mark }),
    history: history.map(({ at, type }) => ({ iso: iso(at), text: sayTime(at), name: eventName(type) })),
    mayRate: verbs.includes("rate") && mark === undefined,
    mayReopen: verbs.includes("reopen") && ticket.state === "closed",
    ...(told === undefined ? {} : { told }),
  };
}
