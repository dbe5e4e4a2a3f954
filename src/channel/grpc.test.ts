import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Message } from "../intake/message.ts";
import { freePort, type PuppetServerOptions, type PuppetServerProcess, startPuppetServer } from "../testing/puppet-server.ts";
import type { Channel } from "./channel.ts";
import { puppetNamed } from "./puppets.ts";
import type { Said } from "./sandbox/sandbox-stage.ts";
import { createWechatyChannel } from "./wechaty.ts";

const ROOM = "葵花里小区居民群";
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

const home = process.env["HOME"];
let scratch: string;
let server: PuppetServerProcess;
let options: PuppetServerOptions;
let channel: Channel;
let heard: Message[];
let said: Said[];

// puppet-service keeps payloads under $HOME/.wechaty (CHANNEL).
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), "xiaoge-bot-"));
  process.env["HOME"] = scratch;
  expect(homedir()).toBe(scratch);
});
afterAll(() => {
  process.env["HOME"] = home;
  rmSync(scratch, { recursive: true, force: true });
});

beforeEach(async () => {
  heard = [];
  said = [];
  options = { port: await freePort(), token: `insecure_${randomUUID()}`, bot: "小格", rooms: [ROOM, "网格工作群"] };
  await startServer();
  const environment = { WECHATY_PUPPET: "wechaty-puppet-service", WECHATY_PUPPET_SERVICE_TOKEN: options.token };
  const puppetOptions = { endpoint: `127.0.0.1:${options.port}`, token: options.token, tls: { disable: true } };
  channel = createWechatyChannel({
    puppet: await puppetNamed(environment, puppetOptions),
    log: silent,
    clock: () => Date.now(),
    chance: () => 0.5,
    backoff: { first: 20, longest: 100 },
    heartbeat: 300,
    sendTimeout: 500,
    // A busy machine may need longer for a flood; what is given up on after that is heard later, out of order.
    readTimeout: 30_000,
  });
  await channel.start({ hear: async (message) => void heard.push(message), status: () => undefined });
  await until(() => channel.status().state === "online");
});

afterEach(async () => {
  await channel.stop();
  await server.kill();
});

async function startServer(): Promise<void> {
  server = await startPuppetServer(options);
  server.onSaid((sentence) => said.push(sentence));
}

async function until(isSo: () => boolean): Promise<void> {
  await expect.poll(isSo, { interval: 10, timeout: 20_000 }).toBe(true);
}

async function hearAndAnswer(text: string): Promise<void> {
  const id = await server.speak({ who: "3-2-501 李女士", room: ROOM, text });
  await until(() => heard.at(-1)?.id === id);
  const message = heard.at(-1);
  expect(message).toMatchObject({ kind: "text", text, room: { topic: ROOM }, speaker: { alias: "3-2-501 李女士" } });
  const sentence = await channel.say(
    { room: message?.room?.id ?? "", ...(message && { mention: message.speaker }) },
    `收到：${text}`,
  );
  await until(() => said.at(-1)?.id === sentence);
  expect(said.at(-1)).toMatchObject({ room: ROOM, text: `@3-2-501 李女士\u2005收到：${text}` });
}

describe("over gRPC, with a PuppetServer in another process", () => {
  it("hears every kind, in order, and opens a photo", async () => {
    const bytes = new Uint8Array(150_000).fill(7);
    const who = "3-2-501 李女士";
    const ids = await server.speakAll([
      { who, room: ROOM, text: "一", mentions: ["小格"] },
      { who: "5-1-102", room: ROOM, kind: "location", text: "葵花里小区\n北院门口" },
      { who, room: ROOM, image: { name: "wall.jpg", bytes } },
      { who: "6-1-101", room: ROOM, kind: "groupNote", text: "#接龙\n1. 张三" },
      { who, text: "查 1" },
    ]);
    await server.recall(ids[0] ?? "");
    await until(() => heard.length === 6);
    const inRoom = heard.filter((message) => message.room !== undefined);
    expect(inRoom.map((message) => message.kind)).toEqual(["text", "location", "image", "groupNote", "recall"]);
    expect(inRoom[0]).toMatchObject({ mentionsBot: true, id: ids[0] });
    expect(inRoom[1]).toMatchObject({ text: "葵花里小区 北院门口", speaker: { alias: "5-1-102" } });
    expect(inRoom[4]).toMatchObject({ recalls: ids[0] });
    await expect(channel.open(ids[2] ?? "", 200_000)).resolves.toEqual({ name: "wall.jpg", bytes: Buffer.from(bytes) });
    await expect(channel.open(ids[2] ?? "", 100_000)).rejects.toMatchObject({ name: "ChannelError" });
    const rooms = await channel.rooms();
    expect(rooms.map((room) => room.topic)).toEqual([ROOM, "网格工作群"]);
  });

  it("shows a picture", async () => {
    await server.speak({ who: "3-2-501 李女士", room: ROOM, text: "好" });
    await until(() => heard.length === 1);
    const bytes = new Uint8Array(120_000).fill(7);
    await channel.sayPicture({ room: heard[0]?.room?.id ?? "" }, { name: "week.png", bytes });
    await until(() => said.length === 1);
    expect(said[0]).toMatchObject({ room: ROOM, text: "［图片 week.png］" });
  });

  it("keeps the order of a room under a flood", async () => {
    const lines = Array.from({ length: 500 }, (_, n) => ({ who: `${n % 50}-1-101`, room: ROOM, text: String(n) }));
    const ids = await server.speakAll(lines);
    await until(() => heard.length === lines.length);
    expect(heard.map((message) => message.id)).toEqual(ids);
  });

  it("comes back by itself after the server was killed, twice", async () => {
    await hearAndAnswer("一");
    for (const text of ["二", "三"]) {
      await server.kill();
      await until(() => channel.status().state === "offline");
      await expect(channel.say({ room: heard[0]?.room?.id ?? "" }, "在吗")).rejects.toMatchObject({ delivery: "not-said" });
      await startServer();
      await until(() => channel.status().state === "online");
      await hearAndAnswer(text);
    }
  });

  it("waits for a server that is not there yet", async () => {
    await channel.stop();
    await server.kill();
    await channel.start({ hear: async (message) => void heard.push(message), status: () => undefined });
    expect(channel.status().state).toBe("offline");
    await startServer();
    await until(() => channel.status().state === "online");
    await hearAndAnswer("一");
  });

  it("comes back after the server ended in good order", async () => {
    await hearAndAnswer("一");
    await server.end();
    await until(() => channel.status().state === "offline");
    await server.kill();
    await startServer();
    await until(() => channel.status().state === "online");
    await hearAndAnswer("二");
  });

  it("notices a server that is there and says nothing, and does not know whether it said a sentence", async () => {
    await hearAndAnswer("一");
    server.freeze();
    await expect(channel.say({ room: heard[0]?.room?.id ?? "" }, "在吗")).rejects.toMatchObject({ delivery: "unknown" });
    await until(() => channel.status().state === "offline");
    expect(channel.status()).toMatchObject({ reason: "the puppet does not answer" });
    server.thaw();
    await until(() => channel.status().state === "online");
    await hearAndAnswer("二");
  });
});
