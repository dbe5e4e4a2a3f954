import type { Instant } from "../../shared/instant.ts";
import type { Aliases } from "./aliases.ts";

/** What reading one of Wechaty's messages takes besides the message. */
export type Reading = {
  readonly aliases: Aliases;
  readonly clock: () => Instant;
  /** Rejects what takes too long: a detail is gone without, the message is not. */
  readonly bounded: <T>(work: Promise<T>) => Promise<T>;
};
