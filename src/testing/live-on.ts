import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DAY, HOUR, MINUTE } from "../shared/instant.ts";
import { people } from "./house.ts";
import type { OpenBoard } from "./open-board.ts";

/** Some weeks of a community: what came, who did what, what stays open and is late. */
export async function liveOn(open: OpenBoard): Promise<void> {
  const THINGS = [
    "楼道灯不亮",
    "电梯停在三楼",
    "厨房顶上漏水",
    "下水道堵了返水",
    "垃圾没人清",
    "车位被占了",
    "单元门关不上",
    "外墙掉水泥块",
  ];
  const photo = `files/${"b2".repeat(16)}.png`;
  mkdirSync(join(open.fresh.dataDir, "files"));
  writeFileSync(
    join(open.fresh.dataDir, photo),
    Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64"),
  );
  for (let index = 0; index < 60; index++) {
    const building = 1 + ((index * 7 + Math.floor(index / 5)) % 6);
    const estate = index % 4 === 3 ? "槐荫巷小区" : "葵花里小区";
    const place = { estate, building: String(estate === "槐荫巷小区" ? 1 + (building % 4) : building) };
    const says = `${place.building}号楼${THINGS[index % THINGS.length]}`;
    const kind = index % 13 === 5 ? "wish" : index % 17 === 9 ? "dispute" : index % 11 === 7 ? "hazard" : "demand";
    const number = await open.reports({ kind, says, place, ...(index % 9 === 0 ? { file: photo } : {}) });
    const matter = await open.parts.finder.matter(number);
    const worker = [people.worker, people.otherWorker, people.mediator].find(({ name }) => name === matter?.ticket.handler);
    if (worker !== undefined && kind !== "dispute" && index % 5 !== 4) {
      open.pass(20 * MINUTE);
      await open.does(number, { verb: "confirm", by: worker });
      if (index % 6 === 2 && kind === "demand") {
        await open.does(number, { verb: "whistle", by: worker, to: "县供电公司", text: "请来看一下" });
        open.pass(35 * MINUTE);
        if (index % 12 !== 2) await open.does(number, { verb: "accept", by: people.unit });
      } else if (index % 3 !== 1) {
        open.pass(3 * HOUR);
        await open.does(number, { verb: "finish", by: worker, text: "已经修好，请居民看过了" });
        if (index % 2 === 0) await open.does(number, { verb: "rate", by: people.resident, mark: index % 10 === 0 ? 3 : 5 });
      }
    }
    open.pass(index < 50 ? 0.9 * DAY : 2 * HOUR);
  }
}
