import type { Instant } from "../shared/instant.ts";
import type { Council, Said } from "./hear.ts";

/** Begins what staff order: a notice, a meeting. False: the line begins nothing. */
export async function begin(_on: Council, _said: Said, _now: Instant): Promise<boolean> {
  return false;
}
