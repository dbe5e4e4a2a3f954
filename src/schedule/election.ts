import type { Instant } from "../shared/instant.ts";

/** The port that lets one of several processes run a job. */
export type Election = {
  /** True for the one process that may run a job until `until`. */
  readonly elect: (key: string, until: Instant, now: Instant) => Promise<boolean>;
};
