import { z } from "zod";
import type { Zone } from "../../shared/zone.ts";
import type { Command, Verb } from "../../tickets/command.ts";
import { KINDS } from "../../tickets/reading.ts";
import type { Actor, PersonRef } from "../../tickets/ticket.ts";
import type { Fields } from "../shell/form.ts";
import { ORDER_FORMS } from "./order-forms.ts";

/** The longest text of an order. */
export const LONGEST = 500;

/** The choice 社区自己办 when the secretary decides who does it. */
export const OURSELVES = "=社区";

const Order = z.object({
  text: z.string().trim().max(LONGEST).optional(),
  mode: z.string().trim().max(20).optional(),
  to: z.string().trim().max(60).optional(),
  when: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)
    .optional()
    .or(z.literal("")),
  days: z.coerce.number().int().min(0).max(400).optional(),
  into: z
    .string()
    .regex(/^#?\d{0,9}$/)
    .optional(),
  kind: z.enum(KINDS).exclude(["none"]).optional(),
  mark: z.coerce.number().int().min(1).max(5).optional(),
});

/** What the fields of an order mean to the community. */
export type Meaning = { readonly zone: Zone; readonly personNamed: (text: string) => PersonRef | undefined };

/** Reads an order from the fields of its form; undefined when they are not as a page of ours sends them. Whether it is allowed, `act` decides. */
export function readOrder({ zone, personNamed }: Meaning, actor: Actor, verb: Verb, fields: Fields): Command | undefined {
  const read = Order.safeParse(fields);
  if (!read.success) return undefined;
  const { text = "", mode = "", to = "", when = "", days, into, kind, mark } = read.data;
  const number = into === undefined ? 0 : Number(into.replace("#", ""));
  const words = to === OURSELVES ? "社区" : text || mode;
  const given = {
    text: words === "" ? undefined : words,
    to: to === "" || to === OURSELVES ? undefined : to,
    at: when === "" ? undefined : momentOf(zone, when),
    days: days === 0 ? undefined : days,
    into: number === 0 ? undefined : number,
    kind,
    mark,
    party: verb === "party" && text !== "" ? (personNamed(text) ?? { id: `named:${text}`, alias: text.slice(0, 30) }) : undefined,
  };
  const own = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return { verb, by: actor, ...own };
}

/** A moment of the community's own clock, as a date field says it. */
function momentOf(zone: Zone, text: string): number | undefined {
  const [day = "", time = ""] = text.split("T");
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return Number.isNaN(Date.parse(day)) ? undefined : zone.instant(day, hour, minute);
}

/** Whether a form has that field: what it did not ask for is not taken. */
export function askedFields(verb: keyof typeof ORDER_FORMS, fields: Fields): Fields {
  const names = new Set<string>(
    ORDER_FORMS[verb].fields.map(({ as }) => (as === "person" || as === "unit" || as === "anyUnit" ? "to" : as)),
  );
  if (verb === "confirm") names.add("text");
  return Object.fromEntries(Object.entries(fields).filter(([name, value]) => names.has(name) && value !== ""));
}
