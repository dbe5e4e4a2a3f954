import { randomUUID } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { puppetNamed } from "../../channel/puppets.ts";
import { createSandbox } from "../../channel/sandbox/sandbox.ts";
import { createStage, type Line } from "../../channel/sandbox/sandbox-stage.ts";
import { createWechatyChannel } from "../../channel/wechaty.ts";
import { at } from "../house.ts";
import { freePort, startPuppetServer } from "../puppet-server.ts";
import { startEcho } from "./echo.ts";
import { ledgerSpeed } from "./ledger-load.ts";
import { startLine } from "./line.ts";
import { lineOf, PEOPLE } from "./load.ts";
import { triageSpeed } from "./triage-load.ts";

// `npm run bench`: the whole line beside a raw Wechaty echo, in one run; ratios count, not the machine's speed of the day. JSON on the last line.
process.env["HOME"] = mkdtempSync(join(tmpdir(), "xiaoge-bench-home-"));

const ROOM = "葵花里小区居民群";
const BOT = "小格";
const MOCK = 20_000;
const GRPC = 3_000;
/** Lines under way over gRPC at a time: the sandbox behind the gateway forgets old messages, and raw Wechaty fetches each one late. */
const UNDER_WAY = 500;
const REPEATS = 3;
/** Ten in the morning: at night the line would queue without speaking. */
const start = at("2026-09-15T10:00");
const began = Date.now();
const clock = (): number => start + (Date.now() - began);

const rate = (count: number, milliseconds: number): number => Math.round((count / milliseconds) * 1000);
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Speaks lines without waiting for any, a few hundred at a time, so that the sandbox's own queue stays short. */
async function pour(speak: (index: number) => void, count: number, first = 0): Promise<void> {
  for (let index = first; index < first + count; index++) {
    speak(index);
    if (index % 200 === 199) await new Promise((next) => setImmediate(next));
  }
}

async function mockEcho(): Promise<number> {
  const stage = createStage({ bot: BOT, rooms: [ROOM], clock });
  const echo = await startEcho(stage.puppet);
  await pour((index) => stage.speak(lineOf(index, ROOM)), PEOPLE);
  await echo.heard(PEOPLE);
  const from = performance.now();
  await pour((index) => stage.speak(lineOf(index, ROOM)), MOCK, PEOPLE);
  await echo.heard(MOCK + PEOPLE);
  const spent = performance.now() - from;
  await echo.stop();
  return rate(MOCK, spent);
}

async function mockLine(): Promise<number> {
  const sandbox = createSandbox({ rooms: [ROOM, "网格工作群"], bot: BOT, clock });
  const line = await startLine(sandbox.channel, clock);
  await pour((index) => sandbox.stage.speak(lineOf(index, ROOM)), PEOPLE);
  await line.done(PEOPLE);
  const from = performance.now();
  await pour((index) => sandbox.stage.speak(lineOf(index, ROOM)), MOCK, PEOPLE);
  await line.done(MOCK + PEOPLE);
  const spent = performance.now() - from;
  await line.stop();
  return rate(MOCK, spent);
}

async function server() {
  const options = { port: await freePort(), token: `insecure_${randomUUID()}`, bot: BOT, rooms: [ROOM, "网格工作群"] };
  const process_ = await startPuppetServer(options);
  const environment = { WECHATY_PUPPET: "wechaty-puppet-service", WECHATY_PUPPET_SERVICE_TOKEN: options.token };
  const puppet = await puppetNamed(environment, {
    endpoint: `127.0.0.1:${options.port}`,
    token: options.token,
    tls: { disable: true },
  });
  return { process: process_, puppet };
}

/** First everybody says something once, unmeasured: a gateway is asked for each newcomer, by raw Wechaty many times over. */
const firstWords = Array.from({ length: PEOPLE }, (_, index) => lineOf(index, ROOM));

async function flow(
  peer: { speakAll: (lines: readonly Line[]) => Promise<unknown> },
  heard: (count: number) => Promise<void>,
): Promise<void> {
  for (let first = PEOPLE; first < GRPC + PEOPLE; first += UNDER_WAY) {
    await peer.speakAll(Array.from({ length: UNDER_WAY }, (_, index) => lineOf(first + index, ROOM)));
    await heard(first + UNDER_WAY);
  }
}

async function grpcEcho(): Promise<number> {
  const { process: peer, puppet } = await server();
  const echo = await startEcho(await puppet());
  await peer.speakAll(firstWords);
  await echo.heard(PEOPLE);
  const from = performance.now();
  await flow(peer, echo.heard);
  const spent = performance.now() - from;
  await echo.stop().catch(() => {});
  await peer.kill();
  return rate(GRPC, spent);
}

async function grpcLine(): Promise<number> {
  const { process: peer, puppet } = await server();
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const channel = createWechatyChannel({ puppet, log, clock, chance: Math.random });
  const line = await startLine(channel, clock);
  while (channel.status().state !== "online") await new Promise((next) => setTimeout(next, 10));
  await line.app.status(channel.status());
  await peer.speakAll(firstWords);
  await line.done(PEOPLE);
  const from = performance.now();
  await flow(peer, line.done);
  const spent = performance.now() - from;
  await line.stop();
  await peer.kill();
  return rate(GRPC, spent);
}

/** From a matter being said to its acknowledgement standing in the outbox, with nineteen lines of chatter said at the same moment. Milliseconds. */
async function acknowledgement(): Promise<{ p50: number; p95: number }> {
  const sandbox = createSandbox({ rooms: [ROOM, "网格工作群"], bot: BOT, clock });
  const line = await startLine(sandbox.channel, clock);
  const times: number[] = [];
  for (let round = 0; round < 300; round++) {
    const from = performance.now();
    const spoken = Array.from({ length: 20 }, (_, index) => sandbox.speak(lineOf(round * 20 + index, ROOM)));
    await Promise.all(spoken);
    await line.app.idle();
    times.push(performance.now() - from);
  }
  await line.stop();
  times.sort((a, b) => a - b);
  return { p50: Number((times[150] ?? 0).toFixed(1)), p95: Number((times[285] ?? 0).toFixed(1)) };
}

/** Heap and resident memory before and after 100,000 messages, in megabytes. */
async function memory(): Promise<{ heapBefore: number; heapAfter: number; rssAfter: number; messages: number }> {
  const sandbox = createSandbox({ rooms: [ROOM, "网格工作群"], bot: BOT, clock });
  const line = await startLine(sandbox.channel, clock);
  const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);
  const settle = async (): Promise<NodeJS.MemoryUsage> => {
    globalThis.gc?.();
    await new Promise((next) => setTimeout(next, 50));
    globalThis.gc?.();
    return process.memoryUsage();
  };
  const warm = 5_000;
  await pour((index) => sandbox.stage.speak(lineOf(index, ROOM)), warm);
  await line.done(warm);
  const before = await settle();
  await pour((index) => sandbox.stage.speak(lineOf(index, ROOM)), 100_000, warm);
  await line.done(100_000 + warm);
  const after = await settle();
  await line.stop();
  return {
    heapBefore: megabytes(before.heapUsed),
    heapAfter: megabytes(after.heapUsed),
    rssAfter: megabytes(after.rss),
    messages: 100_000,
  };
}

async function pairs(
  echo: () => Promise<number>,
  line: () => Promise<number>,
): Promise<{ echo: number; line: number; ratio: number; ratios: number[] }> {
  const runs: { echo: number; line: number }[] = [];
  for (let run = 0; run < REPEATS; run++) runs.push({ echo: await echo(), line: await line() });
  const ratios = runs.map((run) => Number((run.line / run.echo).toFixed(3)));
  return { echo: median(runs.map((run) => run.echo)), line: median(runs.map((run) => run.line)), ratio: median(ratios), ratios };
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);
say(
  `messages/s through the whole line (5 % matters, offline triage, SQLite synchronous=FULL), beside a raw Wechaty echo, ${REPEATS} pairs`,
);
const mock = await pairs(mockEcho, mockLine);
say(`mock  echo ${mock.echo}/s  line ${mock.line}/s  ratio ${mock.ratio} (wanted 0.15)  pairs ${mock.ratios.join(" ")}`);
const grpc = await pairs(grpcEcho, grpcLine);
say(`gRPC  echo ${grpc.echo}/s  line ${grpc.line}/s  ratio ${grpc.ratio} (wanted 0.8)  pairs ${grpc.ratios.join(" ")}`);
const acknowledged = await acknowledgement();
say(`message to acknowledgement queued: p50 ${acknowledged.p50} ms, p95 ${acknowledged.p95} ms`);
const kept = await memory();
say(`memory: heap ${kept.heapBefore} MB, after ${kept.messages} messages ${kept.heapAfter} MB; resident ${kept.rssAfter} MB`);
const triage = await triageSpeed();
say(
  `triage: ready after ${triage.readyAfter} ms; a day's messages ${triage.perSecond}/s (wanted 20000), matters alone ${triage.mattersPerSecond}/s`,
);
const ledger = await ledgerSpeed(100_000);
say(
  `ledger: ${ledger.matters} matters to .xlsx in ${ledger.seconds} s (wanted 20; ${ledger.cpuSeconds} s of one core), resident ${ledger.residentMegabytes} MB (wanted 300), file ${ledger.fileMegabytes} MB`,
);
say(JSON.stringify({ mock, grpc, acknowledgement: acknowledged, memory: kept, triage, ledger }));
process.stdout.write("", () => process.exit(0));
