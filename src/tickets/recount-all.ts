import { DAY, type Instant } from "../shared/instant.ts";
import { plusDays } from "../shared/zone.ts";
import { recount } from "./deciding/regroup.ts";
import { keep, type Office } from "./keep.ts";
import { KINDS } from "./reading.ts";

/** A small memory with an end. */
type Memory = {
  readonly get: (key: string) => Promise<unknown>;
  readonly set: (key: string, value: unknown, lifetime: number) => Promise<unknown>;
};

/** Where the text is remembered that all open promises were made by. */
const PRINT = "limits:print";

/** Limits that people changed while nothing ran are promised anew, once. Gives how many tickets that concerned. */
export async function recountWhenChanged(office: Office, memory: Memory, now: Instant): Promise<number> {
  const print = limitsPrint(office, now);
  const before = await memory.get(PRINT);
  if (before === print) return 0;
  const changed = before === undefined ? 0 : await recountAll(office, now);
  await memory.set(PRINT, print, 400 * DAY);
  return changed;
}

/** What all promises hang on, as one text: another text means that people have changed the limits or the calendar. */
function limitsPrint({ desk, flowFor }: Office, now: Instant): string {
  const { zone, working, waking, isWorkday } = desk.calendar;
  const newYear = `${zone.local(now).year}-01-01`;
  const days = Array.from({ length: 730 }, (_, later) => (isWorkday(plusDays(newYear, later)) ? "w" : "-")).join("");
  const flows = KINDS.filter((kind) => kind !== "none").map((kind) => flowFor(kind).flow);
  return JSON.stringify([flows.map(({ limits, ladder }) => [limits, ladder]), working, waking, days]);
}

/** Promises every open ticket anew after people changed the calendar or the limits. Gives how many changed. */
async function recountAll(office: Office, now: Instant): Promise<number> {
  let changed = 0;
  for (
    let page = await office.register.openAfter(0);
    page.length > 0;
    page = await office.register.openAfter(page.at(-1)?.ticket.number ?? 0)
  ) {
    for (const { ticket } of page) {
      if (recount(office.flowFor(ticket.kind), ticket, now) === undefined) continue;
      changed += await office.register.transact(async (transaction) => {
        const matter = await transaction.matter(ticket.number);
        const fresh = matter === undefined ? undefined : recount(office.flowFor(matter.ticket.kind), matter.ticket, now);
        if (matter === undefined || fresh === undefined) return 0;
        await keep(office, transaction, { ...matter, ticket: fresh.ticket }, fresh, {}, now);
        return 1;
      });
    }
  }
  return changed;
}
