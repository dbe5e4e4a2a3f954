import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { CrashLine, CrashOrder, CrashReport } from "./crash-protocol.ts";

/** A bot in a process of its own, which can be killed. */
export type CrashProcess = {
  /** Resolves when it listens; rejects when it ended before. */
  readonly ready: Promise<void>;
  hear(line: CrashLine): void;
  /** Lets it finish all that is due; resolves when it has ended in good order. */
  finish(): Promise<void>;
  /** kill -9. Resolves when it is gone and everything that it told has been read. */
  kill(): Promise<void>;
};

const SCRIPT = fileURLToPath(new URL("./crash-child.ts", import.meta.url));

/** Starts the bot. `settings` are environment variables; `told` gets whatever it reports. */
export function startCrashProcess(settings: Readonly<Record<string, string>>, told: (report: CrashReport) => void): CrashProcess {
  const child = fork(SCRIPT, [], {
    env: { ...process.env, ...settings, WECHATY_LOG: "silent" },
    execArgv: ["--disable-warning=ExperimentalWarning", "--disable-warning=DeprecationWarning"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const ready = Promise.withResolvers<void>();
  const finished = Promise.withResolvers<void>();
  for (const { promise } of [ready, finished]) promise.catch(() => undefined);
  // The pipe is read to its end before it counts as closed: what was told before the kill is not lost.
  const gone = Promise.all([once(child, "exit"), once(child, "disconnect")]).then(() => undefined);

  child.on("message", (report: CrashReport) => {
    if (report.type === "ready") ready.resolve();
    if (report.type === "finished") finished.resolve();
    told(report);
  });
  child.once("exit", (code) => {
    ready.reject(new Error(`the bot ended before it listened (${code})`));
    if (code !== 0) finished.reject(new Error(`the bot ended before it had finished (${code})`));
  });

  const order = (what: CrashOrder): void => void child.send(what, () => undefined);
  return {
    ready: ready.promise,
    hear: (line) => order({ type: "hear", line }),
    finish: async () => {
      order({ type: "finish" });
      await finished.promise;
      await gone;
    },
    kill: async () => {
      child.kill("SIGKILL");
      await gone;
    },
  };
}
