import type { Hono } from "hono";
import { isStaff } from "../../tickets/permit.ts";
import type { Matter } from "../../tickets/register.ts";
import type { Actor } from "../../tickets/ticket.ts";
import { onlyFor } from "../halls/only-for.ts";
import { PARTNERS } from "../halls/roles.ts";
import type { BoardParts } from "../parts.ts";
import { framed } from "../shell/framed.ts";
import { type BoardEnv, visitorOf } from "../shell/visitor.ts";
import { rowsOf } from "../tickets/show-list.ts";
import { listsPage, type Taken } from "./lists-page.ts";

/** The latest of each; the rest is in the list of tickets. */
const MOST = 50;

/** 需求、资源、项目 (B1, C5, D11): for staff and units, each as far as they may know of it. */
export function showLists(board: Hono<BoardEnv>, parts: BoardParts): void {
  const { lists } = parts.halls;
  board.get("/lists", onlyFor(PARTNERS), async (c) => {
    const { actor } = visitorOf(c);
    const [needs, offers, projects] = await Promise.all([lists.needs(MOST), lists.offers(MOST), lists.projects(MOST)]);
    const main = listsPage({
      needs: rowsOf(parts, actor, needs),
      offers: offers.map(({ unit, text, at }) => ({ unit, text, day: parts.sayTime(at) })),
      projects: projects.flatMap((matter) => takenOf(parts, actor, matter)),
      most: MOST,
    });
    return framed(c, parts, { title: "三清单", here: "/lists", main });
  });
}

function takenOf(parts: BoardParts, actor: Actor, matter: Matter): readonly Taken[] {
  const { ticket } = matter;
  const call = ticket.whistles?.findLast(({ unit }) => unit === ticket.unit);
  return rowsOf(parts, actor, [matter]).map((row) => ({
    ...row,
    by: takenBy(parts, actor, matter),
    since: parts.sayTime(call?.reportedInAt ?? call?.at ?? ticket.since ?? ticket.openedAt),
    isOver: ticket.state === "closed",
  }));
}

/** The unit that has it; a volunteer by name for staff alone. */
function takenBy({ desk }: BoardParts, actor: Actor, { ticket }: Matter): string {
  if (ticket.unit !== undefined) return ticket.unit;
  const { claimant } = ticket;
  if (claimant === undefined) return "";
  const unit = desk.community.people.find(({ alias }) => alias === claimant.alias)?.unit;
  return unit ?? (isStaff(actor) || claimant.id === actor.id ? claimant.alias : "志愿者");
}
