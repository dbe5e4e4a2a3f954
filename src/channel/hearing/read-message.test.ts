import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Ear, LI, NOON, openEar, ROOM } from "../../testing/ear.ts";

let ear: Ear;
let sandbox: Ear["sandbox"];
let heard: Ear["heard"];

beforeEach(async () => {
  ear = await openEar();
  ({ sandbox, heard } = ear);
});

afterEach(() => sandbox.channel.stop());

describe("what residents send, through a real Wechaty", () => {
  it("hears a line with room, alias and time, before speak resolves", async () => {
    await sandbox.speak({ who: LI, room: ROOM, text: "北院门口楼上掉水泥块了", id: "m1" });
    expect(ear.last()).toMatchObject({
      id: "m1",
      sentAt: NOON,
      room: { topic: ROOM },
      speaker: { alias: LI, friend: true },
      kind: "text",
      text: "北院门口楼上掉水泥块了",
      mentionsBot: false,
    });
    expect(ear.last().room?.id).toContain("@");
  });

  it("hears a private line without a room", async () => {
    await sandbox.speak({ who: LI, text: "查 1" });
    expect(ear.last().room).toBeUndefined();
    expect(ear.last().speaker).toMatchObject({ alias: LI, friend: true });
  });

  it.each(["audio", "video"] as const)("hears an %s as something that can be opened", async (kind) => {
    await sandbox.speak({ who: LI, room: ROOM, kind });
    expect(ear.last()).toMatchObject({ kind, text: "", attachment: { name: expect.stringContaining(ear.last().id) } });
  });

  it("hears a photo and a file, and opens them", async () => {
    const bytes = new TextEncoder().encode("cement");
    const photo = await sandbox.speak({ who: LI, room: ROOM, image: { name: "wall.jpg", bytes } });
    expect(ear.last()).toMatchObject({ kind: "image", text: "", attachment: { name: "wall.jpg" } });
    await expect(sandbox.channel.open(photo, 100)).resolves.toEqual({ name: "wall.jpg", bytes: Buffer.from(bytes) });

    const file = await sandbox.speak({ who: LI, room: ROOM, file: { name: "名单.xlsx", bytes } });
    expect(ear.last()).toMatchObject({ kind: "file", attachment: { name: "名单.xlsx" } });
    await expect(sandbox.channel.open(file, bytes.length)).resolves.toMatchObject({ name: "名单.xlsx" });
  });

  it("refuses a file that is larger than the limit, and one that is gone", async () => {
    const photo = await sandbox.speak({ who: LI, room: ROOM, image: { name: "wall.jpg", bytes: new Uint8Array(1_001) } });
    await expect(sandbox.channel.open(photo, 1_000)).rejects.toMatchObject({
      name: "ChannelError",
      message: expect.stringMatching(/larger than 1000 bytes/),
    });
    await expect(sandbox.channel.open("nothing", 1_000)).rejects.toMatchObject({ name: "ChannelError" });
  });

  it("hears a place by its name and address, and a link by its title", async () => {
    await sandbox.speak({ who: LI, room: ROOM, kind: "location", text: "葵花里小区\n北院门口" });
    expect(ear.last()).toMatchObject({ kind: "location", text: "葵花里小区 北院门口" });
    await sandbox.speak({ who: LI, room: ROOM, kind: "link", text: "停水通知\nhttps://example.org" });
    expect(ear.last()).toMatchObject({ kind: "link", text: "停水通知" });
  });

  it("hears a 接龙 as a group note, also where it comes as plain text", async () => {
    const text = "#接龙\n周六清扫\n1. 张三 3-201\n2. 李四";
    await sandbox.speak({ who: LI, room: ROOM, kind: "groupNote", text });
    expect(ear.last()).toMatchObject({ kind: "groupNote", text });
    await sandbox.speak({ who: LI, room: ROOM, text });
    expect(ear.last()).toMatchObject({ kind: "groupNote", text });
  });

  it("hears an emoticon as something else, without WeChat's XML", async () => {
    await sandbox.speak({ who: LI, room: ROOM, kind: "other", text: "<msg><emoji md5='1'/></msg>" });
    expect(ear.last()).toMatchObject({ kind: "other", text: "" });
  });

  it("hears a recall with the id of what was taken back", async () => {
    await sandbox.speak({ who: LI, room: ROOM, text: "发错了", id: "m1" });
    await sandbox.recall("m1");
    expect(ear.last()).toMatchObject({ kind: "recall", recalls: "m1", text: "", speaker: { alias: LI } });
    expect(ear.last().id).not.toBe("m1");
  });

  it("hears who joined, each join under an id of its own that stays the same", async () => {
    await sandbox.joinRoom("5-1-102 王先生", ROOM);
    const { id } = ear.last();
    expect(ear.last()).toMatchObject({ kind: "join", room: { topic: ROOM }, speaker: { alias: "5-1-102 王先生" }, sentAt: NOON });
    expect(id).toMatch(/^join:room_\w+@chatroom:wxid_\w+:\d+$/);
  });

  it("hands the same message on again when WeChat delivers it again", async () => {
    await sandbox.speak({ who: LI, room: ROOM, text: "路灯坏了", id: "m1" });
    await sandbox.deliverAgain("m1");
    expect(heard.map((message) => message.id)).toEqual(["m1", "m1"]);
    expect(heard[1]).toEqual(heard[0]);
  });
});

describe("mentions", () => {
  it.each([
    ["the list that the puppet gives", { text: "在吗", mentions: ["小格"] }, true],
    ["@ and the bot's name, typed by hand", { text: "@小格 查 1" }, true],
    ["the separator of phones", { text: "@小格\u2005查 1" }, true],
    ["somebody else", { text: "@王先生 在吗", mentions: ["王先生"] }, false],
    ["an address with @", { text: "写信到 a@b.cn" }, false],
  ])("reads %s", async (_what, line, mentionsBot) => {
    await sandbox.speak({ who: LI, room: ROOM, ...line });
    expect(ear.last().mentionsBot).toBe(mentionsBot);
  });
});
