import type { Instant } from "../shared/instant.ts";
import type { Register } from "../tickets/register.ts";
import { fill, type Wordings } from "../tickets/saying/wording.ts";
import type { Affair } from "./affair.ts";
import type { Shelf } from "./shelf.ts";

/** So long after it was decided a thing that is still being done is told of every week. */
const FOLLOWED = 60 * 24 * 60 * 60 * 1000;

/** What became of the decisions that a group was told of: those still being done, and those done since the announcement before (A4, C9). */
export async function followUps(
  {
    shelf,
    register,
    wordings,
  }: { readonly shelf: Shelf; readonly register: Pick<Register, "matter">; readonly wordings: Wordings },
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
