import { randomInt } from "node:crypto";
import { newCode } from "../intake/replies/small-talk.ts";
import { loadHouse } from "../load-house.ts";
import { openMemory } from "../memory.ts";
import { ConfigError } from "../shared/errors.ts";
import type { XiaogeCommand } from "./command.ts";
import { withDatabase } from "./with-database.ts";

/** `code NAME`: a one-time code for a member of staff; the first secretary has nobody else to ask. */
export const codeCommand: XiaogeCommand = {
  run: ({ arguments: [name], config, write }) => {
    const { community } = loadHouse({ community: config.COMMUNITY_FILE, calendar: config.CALENDAR_FILE }).desk;
    const person = community.people.find((one) => one.name === name || one.alias === name);
    if (person === undefined)
      throw new ConfigError("code", `needs a name of ${community.name}: ${community.people.map((one) => one.name).join(", ")}`);
    return withDatabase(config, async (database) => {
      const { memory, close } = await openMemory(config, database, Date.now);
      const code = await newCode(memory, () => randomInt(2 ** 32) / 2 ** 32, person.name);
      await close();
      write(`${person.alias}: 请在24小时内私聊${community.bot}发送“绑定 ${code}”\n`);
      return 0;
    });
  },
};
