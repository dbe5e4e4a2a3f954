import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Ear, LI, openEar, ROOM } from "../../testing/ear.ts";
import { createSandbox } from "./sandbox.ts";

let ear: Ear;
let sandbox: Ear["sandbox"];
let heard: Ear["heard"];
let said: Ear["said"];

beforeEach(async () => {
  ear = await openEar();
  ({ sandbox, heard, said } = ear);
});

afterEach(() => sandbox.channel.stop());

describe("the order of a room", () => {
  it("hands over lines as they were sent, though each newcomer's name has to be asked for", async () => {
    const sent = Array.from({ length: 200 }, (_, n) => ({
      id: `m${n}`,
      who: `${n % 37}-1-101`,
      room: n % 3 === 0 ? "网格工作群" : ROOM,
    }));
    await Promise.all(
      sent.map((line, n) => sandbox.speak({ ...line, ...(n % 5 === 0 ? { kind: "location" } : {}), text: "在" })),
    );
    for (const topic of [ROOM, "网格工作群"]) {
      const ids = heard.filter((message) => message.room?.topic === topic).map((message) => message.id);
      expect(ids).toEqual(sent.filter((line) => line.room === topic).map((line) => line.id));
    }
  });

  it("goes on after a listener that fails, and tells the speaker of that line", async () => {
    await sandbox.channel.stop();
    await sandbox.channel.start({
      async hear(message) {
        if (message.text === "坏") throw new Error("disk full");
        heard.push(message);
      },
      status: () => undefined,
    });
    await expect(sandbox.speak({ who: LI, room: ROOM, text: "坏" })).rejects.toThrow("disk full");
    await sandbox.speak({ who: LI, room: ROOM, text: "好" });
    expect(heard.map((message) => message.text)).toEqual(["好"]);
  });
});

describe("what the bot says", () => {
  it("puts the mention before the text once, with WeChat's separator, and tells the sentence's id", async () => {
    await sandbox.speak({ who: LI, room: ROOM, text: "路灯坏了" });
    ear.clock.now += 1_000;
    const { room, speaker } = ear.last();
    const id = await sandbox.channel.say({ room: room?.id ?? "", mention: speaker }, "收到 #1");
    expect(said).toEqual([{ id, at: ear.clock.now, room: ROOM, text: `@${LI}\u2005收到 #1` }]);
  });

  it("speaks to a person in private", async () => {
    await sandbox.speak({ who: LI, text: "查 1" });
    const id = await sandbox.channel.say({ contact: ear.last().speaker.id }, "#1 处理中");
    expect(said).toEqual([{ id, at: ear.clock.now, contact: LI, text: "#1 处理中" }]);
  });

  it("shows a picture, and does not hear it", async () => {
    const [room] = await sandbox.channel.rooms();
    const bytes = Uint8Array.of(0x89, 0x50, 0x4e, 0x47);
    const id = await sandbox.channel.sayPicture({ room: room?.id ?? "" }, { name: "week.png", bytes });
    expect(said).toEqual([
      { id, at: ear.clock.now, room: ROOM, text: "［图片 week.png］", picture: { name: "week.png", bytes } },
    ]);
    expect(new Uint8Array((await sandbox.channel.open(id ?? "", 100)).bytes)).toEqual(bytes);
    await expect(sandbox.channel.sayPicture({ room: "gone@chatroom" }, { name: "a.png", bytes })).rejects.toMatchObject({
      delivery: "not-said",
    });
    await sandbox.speak({ who: LI, room: ROOM, text: "好" });
    expect(heard.map((message) => message.text)).toEqual(["好"]);
  });

  it("never ends a line with an ASCII colon, where wechat4u would cut the text", async () => {
    const [room] = await sandbox.channel.rooms();
    await sandbox.channel.say({ room: room?.id ?? "" }, "本周:\n10:30 开会:\r\n完");
    expect(said[0]?.text).toBe("本周：\n10:30 开会：\r\n完");
  });

  it("does not hear itself", async () => {
    const [room] = await sandbox.channel.rooms();
    await sandbox.channel.say({ room: room?.id ?? "" }, "大家好");
    await sandbox.speak({ who: LI, room: ROOM, text: "好" });
    expect(heard.map((message) => message.text)).toEqual(["好"]);
  });

  it("is certain that nothing was said to an unknown room, or while it is stopped", async () => {
    await expect(sandbox.channel.say({ room: "gone@chatroom" }, "在吗")).rejects.toMatchObject({
      name: "ChannelError",
      delivery: "not-said",
    });
    await sandbox.channel.stop();
    await expect(sandbox.channel.say({ room: "gone@chatroom" }, "在吗")).rejects.toMatchObject({
      name: "ChannelError",
      delivery: "not-said",
    });
    await expect(sandbox.channel.rooms()).rejects.toMatchObject({ name: "ChannelError" });
  });
});

describe("the sandbox's people and rooms", () => {
  it("tells the rooms and who is in them", async () => {
    await sandbox.speak({ who: LI, room: ROOM, text: "好" });
    const rooms = await sandbox.channel.rooms();
    expect(rooms.map((room) => room.topic)).toEqual([ROOM, "网格工作群"]);
    expect(rooms[0]?.members).toContain(ear.last().speaker.id);
    expect(sandbox.rooms()[0]).toEqual({ topic: ROOM, members: [LI] });
  });

  it("gives the same people and rooms the same ids in another run, and other ids to messages", async () => {
    await sandbox.speak({ who: LI, room: ROOM, text: "好" });
    const other = createSandbox({ rooms: [ROOM], bot: "小格", clock: () => ear.clock.now + 1 });
    expect(other.stage.person(LI).id).toBe(ear.last().speaker.id);
    expect(other.stage.room(ROOM).id).toBe(ear.last().room?.id);
    expect(other.stage.puppet.nextId()).not.toBe(ear.last().id);
  });

  it("refuses a room that does not exist, and a line that nobody would hear", async () => {
    await expect(sandbox.speak({ who: LI, room: "没有的群", text: "好" })).rejects.toThrow(/no room 没有的群/);
    await sandbox.channel.stop();
    await expect(sandbox.speak({ who: LI, room: ROOM, text: "好" })).rejects.toThrow(/start the sandbox's channel/);
  });

  it("keeps a bounded number of messages, however many are said", async () => {
    for (let batch = 0; batch < 60; batch += 1) {
      await Promise.all(Array.from({ length: 100 }, () => sandbox.speak({ who: LI, room: ROOM, text: "好" })));
    }
    expect(heard).toHaveLength(6_000);
    expect(sandbox.stage.puppet.mocker.cacheMessagePayload.size).toBeLessThanOrEqual(4_000);
  });
});
