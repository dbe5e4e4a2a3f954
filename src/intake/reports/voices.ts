import type { Reading } from "../../tickets/reading.ts";
import type { Actor } from "../../tickets/ticket.ts";
import type { Readers } from "./readers.ts";

const OTHER = "其他";
/** Somebody who is ill or hurt. */
const ILL = "医疗健康";

/**
 * Whether a report that sounds like an open matter may be a voice for it. A danger is never lost in what is none, nor somebody's illness in
 * somebody else's, nor a fire in that of another house; what names another thing at another place is a matter of its own.
 */
export async function isVoiceFor(
  { office, homeOf }: Pick<Readers, "office" | "homeOf">,
  { id, alias }: Actor,
  { kind, category, place, sure }: Reading,
  number: number,
): Promise<boolean> {
  const matter = await office.register.matter(number);
  if (matter === undefined) return false;
  const { ticket } = matter;
  const isDanger = kind === "hazard";
  const isOwn = [...ticket.reporters, ...ticket.supporters].some((one) => one.id === id);
  if (isOwn) return !isDanger || ticket.kind === "hazard" || !sure;
  if (isDanger && (ticket.kind !== "hazard" || category === ILL || ticket.category === ILL)) return false;

  const isElsewhere = place.building !== ticket.place.building;
  const where = place.building ?? homeOf(alias, undefined).building;
  const burns = ticket.place.building;
  if (isDanger && where !== undefined && burns !== undefined && where !== burns) return false;
  return kind === "none" || !isElsewhere || category === ticket.category || [category, ticket.category].includes(OTHER);
}
