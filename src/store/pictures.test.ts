import { afterEach, beforeEach, expect, it } from "vitest";
import { type Fresh, onBothDatabases } from "../testing/databases.ts";
import { at } from "../testing/house.ts";
import type { Sentence } from "../tickets/saying/sentence.ts";
import { createPictures } from "./pictures.ts";
import { createQueue } from "./queue.ts";
import { createRegister } from "./register.ts";

const noon = at("2026-09-14T12:00");
const words: Sentence = {
  key: "weekly:1",
  to: { room: "葵花里小区居民群" },
  wording: "weekly",
  fill: { lines: "本群收到 2 件" },
  purpose: "announce",
  urgent: false,
  dueAt: noon,
};

onBothDatabases("pictures that wait to be shown", (fresh) => {
  let home: Fresh;
  beforeEach(async () => {
    home = await fresh();
  });
  afterEach(() => home.drop());

  it("come due when the words before them were said, and are queued once", async () => {
    const pictures = createPictures(home.dataDir);
    const picture = await pictures.keep(Uint8Array.of(1, 2, 3));
    expect(await pictures.keep(Uint8Array.of(1, 2, 3))).toBe(picture);
    const shown = { ...words, key: "weekly:1:picture", wording: "report.picture", picture, follows: words.key };
    const register = createRegister(home.database);
    for (const _ of [1, 2]) await register.transact((transaction) => transaction.say([words, shown]));
    const queue = createQueue(home.database);
    const [first, ...rest] = await queue.due(noon, 50);
    expect([first?.key, rest.length]).toEqual([words.key, 0]);
    expect(await queue.claim([first?.id ?? 0], noon)).toHaveLength(1);
    expect(await queue.due(noon, 50)).toEqual([]);
    expect(await queue.next()).toBeUndefined();
    await queue.said([first?.id ?? 0], noon, "本群收到 2 件", "c1");
    const [second] = await queue.due(noon, 50);
    expect(second).toMatchObject({ key: shown.key, picture, follows: words.key });
    const opened = await pictures.open(second?.picture ?? "");
    expect(opened).toEqual({ name: picture.split("/").at(-1), bytes: Uint8Array.of(1, 2, 3) });
  });
});
