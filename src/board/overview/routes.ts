import type { Hono } from "hono";
import type { Reader } from "../../schedule/reports/tally.ts";
import { isStaff } from "../../tickets/permit.ts";
import type { Actor } from "../../tickets/ticket.ts";
import type { BoardParts } from "../parts.ts";
import { framed } from "../shell/framed.ts";
import { type BoardEnv, needsSignIn, visitorOf } from "../shell/visitor.ts";
import type { Reach } from "../tickets/finder.ts";
import { rowsOf } from "../tickets/show-list.ts";
import { reachOf } from "../tickets/sight.ts";
import { cached } from "./cached.ts";
import { countedAhead } from "./counted-ahead.ts";
import { overviewPage } from "./overview-page.ts";

/** As many late ones as are shown at once. */
const LATE = 10;

/** Nobody waits longer for figures (milliseconds). */
const PATIENCE = 1_000;

/** What those read who are not shown how it stands. */
const NOTHING = { counts: { opened: 0, closed: 0, open: 0, late: 0, asked: 0 }, places: [] };

/** The overview. What takes long to count is counted every half minute at most, and nobody waits for it. */
export function showOverview(board: Hono<BoardEnv>, parts: BoardParts): void {
  const { overview, finder, clock, desk } = parts;
  const { zone } = desk.calendar;
  const figures = countedAhead(() => overview.figures(clock()), clock, PATIENCE);
  const midnight = (): number => zone.instant(zone.day(clock()), 0, 0);
  const stands = cached((key: string) => {
    const { reach } = JSON.parse(key) as { readonly reach: Reach };
    return overview.stands(reach, midnight(), clock());
  }, clock);
  board.get("/overview", needsSignIn(), async (c) => {
    const { actor } = visitorOf(c);
    const reader = readerOf(actor);
    const now = clock();
    const isMember = isStaff(actor);
    const [{ value: stood }, { counted, isCounting }, late] = await Promise.all([
      // Whatever happens changes how it stands; nothing happening, time does.
      isMember ? stands(JSON.stringify({ reach: reachOf(actor), head: await parts.head() })) : { value: NOTHING },
      figures(),
      finder.find(reachOf(actor), { state: "open", overdueAt: now }, "due", undefined, LATE),
    ]);
    const told = counted?.value[reader];
    const units = told?.responses.filter(({ unit }) => isMember || unit === actor.unit) ?? [];
    const overdue = rowsOf(parts, actor, late);
    const sayDay = (at: number): string => `${zone.local(at).month}/${zone.local(at).day}`;
    const main = overviewPage({
      ...stood,
      ...(counted === undefined ? {} : { countedAt: parts.sayTime(counted.at) }),
      community: desk.community,
      ...(told === undefined ? {} : { figures: told }),
      isCounting,
      units,
      overdue,
      sayDay,
      isStaff: isMember,
    });
    return framed(c, parts, { title: "总览", here: "/overview", main });
  });
}

/** Whoever is no member of staff is told nothing of disputes, not even in a sum. */
function readerOf(actor: Actor): Reader {
  return isStaff(actor) ? (actor.roles.includes("secretary") ? "secretary" : "staff") : "residents";
}
