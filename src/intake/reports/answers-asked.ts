import type { Instant } from "../../shared/instant.ts";
import type { Reading } from "../../tickets/reading.ts";
import type { Heard } from "../heard.ts";
import { join } from "./file-report.ts";
import type { Readers } from "./readers.ts";

/** The state in which a matter waits for a word of whoever raised it. */
const WAITING = "waiting";

/** `三楼`, in private, after the bot asked which floor: it is the answer, unless it is surely a matter of its own. True: it was taken. */
export async function answersWhatWasAsked(
  on: Readers,
  lines: readonly Heard[],
  rows: readonly number[],
  { kind, sure }: Reading,
  said: string,
  now: Instant,
): Promise<boolean> {
  const [first] = lines;
  if (first === undefined || first.room !== undefined || (sure && kind !== "none")) return false;
  const waiting = (await on.office.register.askedBy(first.actor.id)).filter(({ ticket }) => ticket.stage === WAITING);
  const [only, another] = waiting;
  return only !== undefined && another === undefined && join(on, lines, rows, only.ticket.number, said, now);
}
