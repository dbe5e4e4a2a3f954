import type { Instant } from "../shared/instant.ts";
import type { Register } from "../tickets/register.ts";
import { fill, type Wordings } from "../tickets/saying/wording.ts";
import { type Affair, isOver } from "./affair.ts";
import { consentLine } from "./consent/shown.ts";
import type { Shelf } from "./shelf.ts";

/** So long after it was decided a thing that is still being done is told of every week. */
const FOLLOWED = 60 * 24 * 60 * 60 * 1000;

type Following = { readonly shelf: Pick<Shelf, "all">; readonly register: Pick<Register, "matter">; readonly wordings: Wordings };

/** What the council adds to announcements and reviews. */
export function createFollowing(on: Following) {
  return {
    decided: (room: string, from: Instant, to: Instant) => decided(on, room, from, to),
    review: (from: Instant, to: Instant) => review(on, from, to),
  };
}

/** How many rounds were walked (E9), and how far each project is that needs every household (A5). */
async function review({ shelf, wordings }: Following, from: Instant, to: Instant): Promise<readonly string[]> {
  const all = await shelf.all();
  const rounds = all.filter((one) => one.kind === "round" && one.openedAt > from && one.openedAt <= to);
  const walked = rounds.filter((one) => one.kind === "round" && one.done.length === one.people.length).length;
  const said = rounds.length === 0 ? [] : [fill(wordings.get("round.review")?.text ?? "", { walked, all: rounds.length })];
  return [...said, ...all.flatMap((one) => (one.kind === "project" && !isOver(one) ? [consentLine({ wordings }, one)] : []))];
}

/** What became of the decisions that a group was told of: those still being done, and those done since the announcement before (A4, C9). */
async function decided(
  { shelf, register, wordings }: Following,
  room: string,
  from: Instant,
  to: Instant,
): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const affair of await shelf.all()) {
    if (!wasPublic(affair, room)) continue;
    for (const { text, ticket, at } of affair.resolutions) {
      const matter = ticket === undefined ? undefined : await register.matter(ticket);
      if (matter === undefined || matter.ticket.kind === "dispute" || at < to - FOLLOWED) continue;
      const { ticket: told } = matter;
      if (told.state === "closed" && (told.closedAt <= from || told.closedAt > to)) continue;
      const wording = told.state === "open" ? "weekly.decidedOpen" : "weekly.decidedDone";
      lines.push(fill(wordings.get(wording)?.text ?? "", { text: text.slice(0, 40), number: told.number, step: told.step }));
    }
  }
  return lines;
}

function wasPublic(affair: Affair, room: string): affair is Extract<Affair, { readonly resolutions: unknown }> {
  return "resolutions" in affair && (affair.stage === "public" || affair.stage === "done") && affair.rooms.includes(room);
}
