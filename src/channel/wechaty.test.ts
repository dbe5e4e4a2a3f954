import { Readable } from "node:stream";
import { FileBox } from "file-box";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Message } from "../intake/message.ts";
import { MINUTE } from "../shared/instant.ts";
import type { Channel, ChannelStatus } from "./channel.ts";
import { createStage, type Stage } from "./sandbox/sandbox-stage.ts";
import { createWechatyChannel } from "./wechaty.ts";

const ROOM = "葵花里小区居民群";
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

let now: number;
let stage: Stage;
let channel: Channel;
let statuses: ChannelStatus[];
let heard: Message[];
let drawn: string[];

beforeEach(async () => {
  now = Date.parse("2026-09-14T12:00:00+08:00");
  statuses = [];
  heard = [];
  drawn = [];
  stage = createStage({ bot: "小格", rooms: [ROOM], clock: () => now });
  channel = createWechatyChannel({
    puppet: async () => stage.puppet,
    log: silent,
    clock: () => now,
    chance: () => 0,
    backoff: { first: 10, longest: 10 },
    heartbeat: 0,
    sendTimeout: 50,
    readTimeout: 50,
    showQr: (qr) => drawn.push(qr),
  });
  await channel.start({ hear: async (message) => void heard.push(message), status: (status) => statuses.push(status) });
  await until(() => channel.status().state === "online");
});

afterEach(() => channel.stop());

async function until(isSo: () => boolean): Promise<void> {
  await expect.poll(isSo, { interval: 5, timeout: 5_000 }).toBe(true);
}

describe("a sentence", () => {
  const room = () => ({ room: stage.room(ROOM).id });

  it("counts as perhaps said when nobody confirms it in time", async () => {
    stage.puppet.messageSendText = () => new Promise(() => undefined);
    await expect(channel.say(room(), "在吗")).rejects.toMatchObject({ name: "ChannelError", delivery: "unknown" });
  });

  it.each([
    ["14 UNAVAILABLE: read ECONNRESET", 14, "unknown"],
    ["14 UNAVAILABLE: No connection established. Last error: connect ECONNREFUSED", 14, "not-said"],
    ["16 UNAUTHENTICATED: Invalid token", 16, "not-said"],
    ["2 UNKNOWN: something broke", 2, "unknown"],
  ])("that fails with %s is %s", async (message, code, delivery) => {
    stage.puppet.messageSendText = () => Promise.reject(Object.assign(new Error(message), { code }));
    await expect(channel.say(room(), "在吗")).rejects.toMatchObject({ name: "ChannelError", delivery });
  });

  it("that finds the puppet unavailable makes the channel come back by itself", async () => {
    const { puppet } = stage;
    const send = puppet.messageSendText.bind(puppet);
    puppet.messageSendText = () => Promise.reject(Object.assign(new Error("14 UNAVAILABLE"), { code: 14 }));
    await channel.say(room(), "在吗").catch(() => undefined);
    expect(channel.status()).toMatchObject({ state: "offline", since: now });
    puppet.messageSendText = send;
    await until(() => channel.status().state === "online");
    await channel.say(room(), "在");
    stage.speak({ who: "张三", room: ROOM, text: "好" });
    await until(() => heard.length === 1);
  });
});

describe("a login", () => {
  it("shows the code to scan, then who is logged in", async () => {
    stage.puppet.emit("scan", { qrcode: "https://login.weixin.qq.com/l/abc", status: 2 });
    await until(() => channel.status().state === "scan");
    expect(channel.status()).toEqual({ state: "scan", qr: "https://login.weixin.qq.com/l/abc" });
    expect(drawn).toEqual(["https://login.weixin.qq.com/l/abc"]);
    stage.puppet.emit("login", { contactId: stage.puppet.botId });
    await until(() => channel.status().state === "online");
    expect(channel.status()).toEqual({ state: "online", self: { id: stage.puppet.botId, name: "小格" }, since: now });
  });

  it("that ends is told with the reason, and the puppet is started again", async () => {
    await stage.puppet.logout("kicked by the phone");
    await until(() => statuses.some((status) => status.state === "offline" && status.reason.includes("kicked by the phone")));
    await until(() => channel.status().state === "online");
  });
});

describe("names in a room", () => {
  /** Talks until what is heard looks so. */
  async function talkUntil(isSo: (message: Message) => boolean): Promise<void> {
    await until(() => {
      stage.speak({ who: "张三", room: ROOM, text: "在" });
      const last = heard.at(-1);
      return last !== undefined && isSo(last);
    });
  }

  it("are asked for again after ten minutes, not before", async () => {
    await talkUntil((message) => message.speaker.alias === "张三");
    stage.puppet.nameInRoom(stage.room(ROOM).id, stage.person("张三").id, "3-2-501 张三");
    const before = heard.length;
    await talkUntil(() => heard.length > before + 5);
    expect(heard.at(-1)?.speaker.alias).toBe("张三");
    now += 10 * MINUTE + 1;
    await talkUntil((message) => message.speaker.alias === "3-2-501 张三");
  });

  it("follow the room's topic when it changes", async () => {
    stage.room(ROOM).topic("葵花里大家庭").by(stage.person("小格"));
    await talkUntil((message) => message.room?.topic === "葵花里大家庭");
  });
});

it("stops reading a file of unknown size at the limit", async () => {
  let given = 0;
  const endless = new Readable({
    read() {
      given += 1_000;
      this.push(Buffer.alloc(1_000));
    },
  });
  stage.puppet.messageFile = async () => FileBox.fromStream(endless, "endless.bin");
  const id = stage.speak({ who: "张三", room: ROOM, kind: "file" });
  await expect(channel.open(id, 10_000)).rejects.toMatchObject({
    name: "ChannelError",
    message: expect.stringMatching(/larger than 10000/),
  });
  expect(given).toBeLessThan(200_000);
  expect(endless.destroyed).toBe(true);
});

it("asks again for a message that the puppet announced and could not give", async () => {
  const { puppet } = stage;
  const give = puppet.messagePayload;
  puppet.messagePayload = () => Promise.reject(new Error("not there yet"));
  const id = stage.speak({ who: "张三", room: ROOM, text: "楼道灯坏了" });
  await new Promise(setImmediate);
  puppet.messagePayload = give;
  await until(() => heard.length === 1);
  expect(heard[0]).toMatchObject({ id, text: "楼道灯坏了" });
});

it("keeps running when Wechaty tells errors of its own", async () => {
  stage.puppet.emit("error", { data: "spurious" });
  stage.puppet.emit("message", { messageId: "nobody knows this one" });
  stage.speak({ who: "张三", room: ROOM, text: "好" });
  await until(() => heard.length === 1);
  expect(channel.status().state).toBe("online");
});
