import { aliasOf, type Desk } from "../../tickets/desk.ts";
import type { Matter } from "../../tickets/register.ts";
import { dueOf } from "../../tickets/saying/compose.ts";
import type { Actor } from "../../tickets/ticket.ts";
import type { BoardParts } from "../parts.ts";
import { type Filter, numberIn, orderOf, wantedOf } from "./filter.ts";
import type { Listed } from "./list-page.ts";
import type { Row } from "./list-rows.ts";
import { placeFor, reachOf, sightOf, titleFor } from "./sight.ts";

/** Rows of a page. */
const PAGE = 30;
/** Nobody needs to know whether it is four thousand or five. */
const COUNTED = 1_000;
/** What is searched for is found within the first page or by another word; counting on costs more than it tells. */
const COUNTED_WORDS = 100;

/** Looks a page of the list up, as this person may see it. */
export async function showList(parts: BoardParts, actor: Actor, filter: Filter): Promise<Listed> {
  const { finder, desk, clock } = parts;
  const common = { filter, community: desk.community, categories: parts.categories };
  const number = numberIn(filter);
  if (number !== undefined) {
    const matter = await finder.matter(number);
    const rows = matter === undefined ? [] : rowsOf(parts, actor, [matter]);
    return { ...common, rows, count: String(rows.length) };
  }
  if ([...(filter.q ?? "")].length === 1) return { ...common, rows: [], count: "0", problem: "请至少写两个字。" };

  const reach = reachOf(actor);
  const { zone } = desk.calendar;
  const wanted = wantedOf(filter, clock(), zone.instant(zone.day(clock()), 0, 0));
  const { order, after } = orderOf(filter);
  const most = wanted.words === undefined ? COUNTED : COUNTED_WORDS;
  const { matters: found, count } = await finder.page(reach, wanted, order, after, PAGE + 1, most + 1);
  const shown = found.slice(0, PAGE);
  const last = shown.at(-1);
  return {
    ...common,
    rows: rowsOf(parts, actor, shown),
    count: count > most ? `${most}+` : String(count),
    ...(found.length <= PAGE || last === undefined ? {} : { next: behind(parts, last, order) }),
  };
}

function behind({ flowFor }: BoardParts, { ticket }: Matter, order: string): string {
  return order === "due" ? `${ticket.number}.${dueOf(flowFor(ticket.kind).flow, ticket) ?? 0}` : String(ticket.number);
}

/** Matters as rows; those that this person may not know of are not there. */
export function rowsOf(parts: BoardParts, actor: Actor, matters: readonly Matter[]): readonly Row[] {
  return matters.flatMap((matter) => rowOf(parts, parts.desk, actor, matter));
}

function rowOf(parts: BoardParts, desk: Desk, actor: Actor, matter: Matter): readonly Row[] {
  const sight = sightOf(desk, actor, matter);
  if (sight === undefined) return [];
  const { ticket } = matter;
  const until = ticket.state === "closed" ? undefined : dueOf(parts.flowFor(ticket.kind).flow, ticket);
  const due =
    until === undefined ? {} : { due: { iso: parts.iso(until), text: parts.sayTime(until), isLate: until < parts.clock() } };
  return [
    {
      number: ticket.number,
      kind: ticket.kind,
      category: sight === "party" ? "" : ticket.category,
      title: titleFor(desk.community, sight, matter),
      place: placeFor(sight, matter),
      step: ticket.step,
      handler: aliasOf(desk, ticket.handler),
      opened: parts.sayTime(ticket.openedAt),
      ...(ticket.state === "closed" ? { outcome: ticket.outcome } : {}),
      ...due,
    },
  ];
}
