import { beforeEach, describe, expect, it } from "vitest";
import { ConfigError } from "../shared/errors.ts";
import { MINUTE, SECOND } from "../shared/instant.ts";
import { createWatchdog, type Watchdog } from "./watchdog.ts";

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

let now: number;
let tasks: { readonly due: number; readonly task: () => void }[];
let events: string[];
let connect: () => Promise<void>;
let watchdog: Watchdog;

beforeEach(() => {
  now = 0;
  tasks = [];
  events = [];
  connect = async () => undefined;
  watchdog = createWatchdog({
    log: silent,
    clock: () => now,
    chance: () => 1,
    backoff: { first: SECOND, longest: 8 * SECOND },
    heartbeat: 20 * SECOND,
    later(delay, task) {
      const entry = { due: now + delay, task };
      tasks.push(entry);
      return () => {
        tasks = tasks.filter((other) => other !== entry);
      };
    },
    async connect() {
      await connect();
      events.push("opened");
      return { ding: () => void events.push("ding"), close: async (isLost) => void events.push(isLost ? "cut off" : "closed") };
    },
    isHopeless: (error) => error instanceof ConfigError,
    onLost: (reason) => events.push(`lost: ${reason}`),
  });
});

/** Lets time pass, with everything that is due on the way. */
async function pass(duration: number): Promise<void> {
  const end = now + duration;
  for (;;) {
    await new Promise(setImmediate);
    const next = tasks.toSorted((a, b) => a.due - b.due).find((entry) => entry.due <= end);
    if (next === undefined) break;
    tasks = tasks.filter((entry) => entry !== next);
    now = next.due;
    next.task();
  }
  now = end;
}

describe("a lost connection", () => {
  it("is opened anew after a pause, the old one cut off first", async () => {
    await watchdog.start();
    watchdog.lost("14 UNAVAILABLE");
    watchdog.lost("14 UNAVAILABLE, again");
    await pass(SECOND - 1);
    expect(events).toEqual(["opened", "ding", "lost: 14 UNAVAILABLE", "cut off"]);
    await pass(1);
    expect(events.slice(4)).toEqual(["opened", "ding"]);
  });

  it("waits twice as long after each failure, up to the longest pause", async () => {
    connect = () => Promise.reject(new Error("refused"));
    await watchdog.start();
    const times: number[] = [];
    connect = () => {
      times.push(now);
      return Promise.reject(new Error("refused"));
    };
    await pass(32 * SECOND);
    expect(times).toEqual([1, 3, 7, 15, 23, 31].map((seconds) => seconds * SECOND));
  });

  it("is forgiven after a minute that went well", async () => {
    await watchdog.start();
    for (let times = 0; times < 3; times += 1) {
      watchdog.lost("gone");
      await pass(8 * SECOND);
    }
    watchdog.alive(true);
    now += MINUTE;
    watchdog.lost("gone");
    events = [];
    await pass(SECOND);
    expect(events).toContain("opened");
  });

  it("is only waited for when a login comes by itself", async () => {
    await watchdog.start();
    watchdog.loggedOut("logged out");
    watchdog.recovered();
    await pass(10 * SECOND);
    expect(events).toEqual(["opened", "ding", "lost: logged out"]);
  });
});

describe("silence", () => {
  it("is broken by a ding, and without an answer the connection counts as lost", async () => {
    await watchdog.start();
    watchdog.alive(true);
    events = [];
    await pass(40 * SECOND);
    expect(events).toEqual(["ding"]);
    await pass(20 * SECOND);
    expect(events).toEqual(["ding", "lost: the puppet does not answer", "cut off"]);
  });

  it("is no fault of a puppet that answers", async () => {
    await watchdog.start();
    for (let beats = 0; beats < 30; beats += 1) {
      watchdog.alive(true);
      await pass(20 * SECOND);
    }
    expect(events.filter((event) => event.startsWith("lost"))).toEqual([]);
  });

  it("is no fault of a puppet that does not know dings", async () => {
    await watchdog.start();
    watchdog.recovered();
    await pass(10 * MINUTE);
    expect(events.filter((event) => event.startsWith("lost"))).toEqual([]);
  });

  it("from the very beginning counts as lost", async () => {
    await watchdog.start();
    await pass(MINUTE);
    expect(events).toContain("lost: the puppet does not answer");
  });
});

describe("stopping", () => {
  it("closes in good order and leaves no timer", async () => {
    await watchdog.start();
    await watchdog.stop();
    expect(events).toEqual(["opened", "ding", "closed"]);
    expect(tasks).toEqual([]);
  });

  it("ends the trying", async () => {
    await watchdog.start();
    watchdog.lost("gone");
    await watchdog.stop();
    await pass(MINUTE);
    expect(events).toEqual(["opened", "ding", "lost: gone", "cut off"]);
  });
});

it("does not try again with wrong settings", async () => {
  connect = () => Promise.reject(new ConfigError("WECHATY_PUPPET", "is wrong; mend it"));
  await expect(watchdog.start()).rejects.toThrow("WECHATY_PUPPET is wrong");
  await pass(MINUTE);
  expect(events).toEqual([]);
});
