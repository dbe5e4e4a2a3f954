import { type RunCoordinator, type ScheduledTask, schedule } from "node-cron";
import type { Instant } from "../shared/instant.ts";
import type { Election } from "./election.ts";

export type Job = { readonly name: string; readonly cron: string; readonly run: () => Promise<void> };

/**
 * Runs jobs by node-cron, each firing in one process only: the coordinator is a row in the database (DESIGN: Parts).
 * Returns what stops them.
 */
export function startJobs(
  jobs: readonly Job[],
  timezone: string,
  election: Election,
  clock: () => Instant,
  failed: (job: string, error: unknown) => void,
): () => Promise<void> {
  const runCoordinator: RunCoordinator = { shouldRun: (key, lifetime) => election.elect(key, clock() + lifetime, clock()) };
  const tasks: ScheduledTask[] = jobs.map(({ name, cron, run }) =>
    schedule(cron, () => run().catch((error: unknown) => failed(name, error)), {
      name,
      timezone,
      noOverlap: true,
      distributed: true,
      runCoordinator,
      suppressMissedWarning: true,
    }),
  );
  return async () => {
    for (const task of tasks) await task.destroy();
  };
}
