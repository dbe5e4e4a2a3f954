import { z } from "zod";
import { loadHouse } from "../load-house.ts";
import { loadTriage } from "../load-triage.ts";
import { openMemory } from "../memory.ts";
import { ConfigError } from "../shared/errors.ts";
import { placeText } from "../shared/place.ts";
import { migrate, openDatabase } from "../store/database/open.ts";
import type { XiaogeCommand } from "./command.ts";

const Line = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  room: z.string().optional(),
  alias: z.string().optional(),
});

/** `triage`: JSON lines in, one reading a line out, in the same order (DESIGN: Names fixed). Nothing is answered before all lines are known to be right. */
export const triageCommand: XiaogeCommand = {
  run: async ({ config, input, write, warn }) => {
    const house = loadHouse({ community: config.COMMUNITY_FILE, calendar: config.CALENDAR_FILE });
    const { community } = house.desk;
    const lines = await readLines(input);
    const needsModel = config.OPENAI_API_KEY !== undefined || config.OPENAI_BASE_URL !== undefined;
    const database = needsModel
      ? openDatabase({ dataDir: config.DATA_DIR, ...(config.DATABASE_URL === undefined ? {} : { url: config.DATABASE_URL }) })
      : undefined;
    if (database !== undefined) await migrate(database);
    const none = { get: async () => undefined, set: async () => undefined, delete: async () => undefined };
    const kept = database === undefined ? undefined : await openMemory(config, database, Date.now);
    const memory = kept?.memory ?? none;
    const triage = await loadTriage({
      config,
      community,
      memory,
      clock: Date.now,
      failed: (why) => warn(`the model could not be used: ${why}\n`),
    });

    for (const { number, line } of lines) {
      const room = community.rooms.find(({ topic }) => topic === line.room);
      if (line.room !== undefined && room === undefined)
        throw new ConfigError(`line ${number}`, `names the room "${line.room}", which is not in ${community.name}`);
    }
    for (const { line } of lines) {
      const room = community.rooms.find(({ topic }) => topic === line.room);
      const where =
        room === undefined
          ? {}
          : {
              room: {
                topic: room.topic,
                ...(room.estate === undefined ? {} : { estate: room.estate }),
                ...(room.building === undefined ? {} : { building: room.building }),
              },
            };
      const reading = await triage.read({ text: line.text, alias: line.alias ?? "", ...where, photos: 0, recent: [], open: [] });
      const { kind, category, urgency, place, confidence, sure, by } = reading;
      write(`${JSON.stringify({ id: line.id, kind, category, urgency, place: placeText(place), confidence, sure, by })}\n`);
    }
    await kept?.close();
    await database?.close();
    return 0;
  },
};

async function readLines(input: AsyncIterable<string>) {
  const lines: { readonly number: number; readonly line: z.output<typeof Line> }[] = [];
  let number = 0;
  for await (const text of input) {
    number++;
    if (text.trim() === "") continue;
    lines.push({ number, line: readLine(text, number) });
  }
  if (lines.length === 0) throw new ConfigError("standard input", 'is empty; give lines such as {"id": 1, "text": "楼道灯坏了"}');
  return lines;
}

function readLine(text: string, number: number): z.output<typeof Line> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new ConfigError(`line ${number}`, 'is not JSON; write one object a line, such as {"id": 1, "text": "楼道灯坏了"}', {
      cause,
    });
  }
  const read = Line.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new ConfigError(
    `line ${number}`,
    `${issue?.path.join(".") ?? ""}: ${issue?.message ?? "is not right"}; it needs id and text`,
  );
}
