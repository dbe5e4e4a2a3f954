import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Line, Said } from "../channel/sandbox/sandbox-stage.ts";

type Deed =
  | { readonly type: "speak"; readonly lines: readonly Line[] }
  | { readonly type: "again" | "recall"; readonly id: string }
  | { readonly type: "join"; readonly who: string; readonly room: string }
  | { readonly type: "end" };

/** What the parent asks of the process. */
export type Order = Deed & { readonly number: number };

/** What the process tells. */
export type Report =
  | { readonly type: "listening" }
  | { readonly type: "said"; readonly said: Said }
  | { readonly type: "done"; readonly number: number; readonly ids: readonly string[] }
  | { readonly type: "failed"; readonly number: number; readonly reason: string };

export type PuppetServerOptions = {
  readonly port: number;
  /** `insecure_` and a UUID. */
  readonly token: string;
  readonly bot: string;
  readonly rooms: readonly string[];
};

/**
 * A gateway in a process of its own, which can be killed. Deeds resolve with the message's id once it was emitted; hearing it is
 * the bot's affair.
 */
export type PuppetServerProcess = {
  readonly pid: number;
  speak(line: Line): Promise<string>;
  /** Many lines at once, emitted without a pause. */
  speakAll(lines: readonly Line[]): Promise<readonly string[]>;
  again(id: string): Promise<void>;
  recall(id: string): Promise<string>;
  join(who: string, room: string): Promise<void>;
  onSaid(listener: (said: Said) => void): void;
  /** Ends the gRPC server in good order; the process stays. */
  end(): Promise<void>;
  /** Stops the process in its tracks, and lets it go on: a network that swallows everything. */
  freeze(): void;
  thaw(): void;
  /** kill -9. */
  kill(): Promise<void>;
};

const SCRIPT = fileURLToPath(new URL("./puppet-server-process.ts", import.meta.url));

/** Starts a PuppetServer on 127.0.0.1 with the sandbox in it. The same options give the same people and rooms. */
export async function startPuppetServer({ port, token, bot, rooms }: PuppetServerOptions): Promise<PuppetServerProcess> {
  const home = mkdtempSync(join(tmpdir(), "xiaoge-puppet-"));
  const child = fork(SCRIPT, [String(port), token, bot, ...rooms], {
    env: { ...process.env, HOME: home, WECHATY_LOG: "silent" },
    execArgv: ["--disable-warning=ExperimentalWarning", "--disable-warning=DeprecationWarning"],
    serialization: "advanced",
  });
  const listeners: ((said: Said) => void)[] = [];
  const waiting = new Map<number, PromiseWithResolvers<readonly string[]>>();
  let count = 0;

  const listening = Promise.withResolvers<void>();
  child.on("message", (told: Report) => {
    if (told.type === "listening") listening.resolve();
    else if (told.type === "said") for (const listener of listeners) listener(told.said);
    else if (told.type === "done") waiting.get(told.number)?.resolve(told.ids);
    else waiting.get(told.number)?.reject(new Error(told.reason));
  });
  child.once("exit", () => {
    listening.reject(new Error("the puppet server ended before it listened"));
    for (const { reject } of waiting.values()) reject(new Error("the puppet server ended"));
    rmSync(home, { recursive: true, force: true });
  });

  async function order(deed: Deed): Promise<readonly string[]> {
    const number = ++count;
    const done = Promise.withResolvers<readonly string[]>();
    waiting.set(number, done);
    child.send({ ...deed, number } satisfies Order);
    return done.promise.finally(() => waiting.delete(number));
  }

  await listening.promise;
  return {
    pid: child.pid ?? 0,
    speak: async (line) => first(await order({ type: "speak", lines: [line] })),
    speakAll: (lines) => order({ type: "speak", lines }),
    again: async (id) => void (await order({ type: "again", id })),
    recall: async (id) => first(await order({ type: "recall", id })),
    join: async (who, room) => void (await order({ type: "join", who, room })),
    onSaid: (listener) => void listeners.push(listener),
    end: async () => void (await order({ type: "end" })),
    freeze: () => void child.kill("SIGSTOP"),
    thaw: () => void child.kill("SIGCONT"),
    kill: () => kill(child),
  };
}

function first(ids: readonly string[]): string {
  return ids[0] ?? "";
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, "exit");
  child.kill("SIGKILL");
  await exit;
}

/** A TCP port on this machine that nobody uses now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("no port is free");
  return address.port;
}
