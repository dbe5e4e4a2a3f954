import { z } from "zod";
import { KINDS, URGENCIES } from "../../tickets/reading.ts";
import { OUTCOMES } from "../../tickets/ticket.ts";
import type { After, Order, Wanted } from "./finder.ts";

const word = z
  .string()
  .trim()
  .max(60)
  .transform((text) => (text === "" ? undefined : text))
  .optional()
  .catch(undefined);

/** One of some words; anything else in an address is as if it were not there. */
function oneOf<const T extends readonly string[]>(words: T) {
  return z.enum(words).optional().catch(undefined);
}

const Query = z.object({
  state: oneOf(["open", "closed", "all"]),
  /** `others`: all but disputes. */
  kind: oneOf([...KINDS, "others"]),
  urgency: oneOf(URGENCIES),
  outcome: oneOf(OUTCOMES),
  category: word,
  grid: word,
  place: word,
  handler: word,
  overdue: oneOf(["1"]),
  today: oneOf(["opened", "closed"]),
  q: word,
  sort: oneOf(["new", "old", "due"]),
  after: z
    .string()
    .regex(/^\d{1,15}(?:\.\d{1,15})?$/)
    .optional()
    .catch(undefined),
});

/** What a visitor asks of the list, as the address says it. */
export type Filter = z.output<typeof Query>;

/** Reads the address's query; what makes no sense is left out. */
export function readFilter(query: Readonly<Record<string, string>>): Filter {
  const filter = Query.parse(query);
  // What is overdue is open, and what is promised first is promised still.
  return filter.overdue === undefined && filter.sort !== "due" ? filter : { ...filter, state: "open" };
}

/** The number that a search names: `12`, `#12`. */
export function numberIn({ q }: Filter): number | undefined {
  const digits = /^#?\s*(\d{1,9})$/.exec(q ?? "")?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** The filter as a question to the finder. A place is an estate, or an estate and a building: `葵花里小区 3`; `葵花里小区 ?` where nobody told which. */
export function wantedOf(filter: Filter, now: number, midnight: number): Wanted {
  const { kind, category, urgency, grid, handler, outcome, place, q } = filter;
  const [, estate, building] = /^(.+?)(?:\s+(\S+))?$/.exec(place ?? "") ?? [];
  const state = filter.state ?? "open";
  const wanted = {
    state: state === "all" ? undefined : state,
    kind: kind === "others" ? undefined : kind,
    noDisputes: kind === "others" ? true : undefined,
    openedSince: filter.today === "opened" ? midnight : undefined,
    closedSince: filter.today === "closed" ? midnight : undefined,
    category,
    urgency,
    grid,
    handler,
    outcome,
    estate,
    building,
    overdueAt: filter.overdue === undefined ? undefined : now,
    words: q,
  };
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined)) as Wanted;
}

/** In which order, and behind which row the page begins. */
export function orderOf({ sort, overdue, after }: Filter): { readonly order: Order; readonly after?: After } {
  const order = sort ?? (overdue === undefined ? "new" : "due");
  if (after === undefined) return { order };
  const [number = "", due] = after.split(".");
  return { order, after: { number: Number(number), ...(due === undefined ? {} : { due: Number(due) }) } };
}

/** The address of the list for a filter. */
export function listAddress(filter: Partial<Filter>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (typeof value === "string" && value !== "") query.set(name, value);
  return query.size === 0 ? "/tickets" : `/tickets?${query}`;
}
