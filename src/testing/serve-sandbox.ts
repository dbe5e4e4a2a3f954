import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const ROOT = new URL("../../", import.meta.url).pathname;

/**
 * Starts the real program with an empty sandbox in a process of its own, or with the sandbox kept in `kept`. Gives where its page is, and
 * what ends it; data that nobody keeps is taken away.
 */
export async function serveSandbox(kept?: string): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const dataDir = kept ?? mkdtempSync(join(tmpdir(), "xiaoge-page-"));
  const service = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "src/cli.ts", "serve"], {
    cwd: ROOT,
    env: {
      ...process.env,
      BOARD_PORT: "0",
      DATA_DIR: dataDir,
      SANDBOX_HURRY: "true",
      REPORT_QUIET_SECONDS: "1",
      LOG_LEVEL: "error",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  return {
    url: await addressIn(createInterface({ input: service.stdout })),
    stop: async () => {
      if (service.exitCode === null) {
        service.kill("SIGTERM");
        await once(service, "exit");
      }
      if (kept === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The address that the service prints once it can be visited. */
async function addressIn(lines: AsyncIterable<string>): Promise<string> {
  for await (const line of lines) {
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    if (address !== undefined) return address;
  }
  throw new Error("the service ended without an address");
}
