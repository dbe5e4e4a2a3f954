import { z } from "zod";
import { ConfigError } from "../shared/errors.ts";
import { PURPOSES, type Wording, type Wordings } from "../tickets/saying/wording.ts";
import { readYaml } from "./read-yaml.ts";

const WordingRow = z
  .strictObject({
    for: z.enum(["resident", "staff", "unit", "pool"]),
    purpose: z.enum(PURPOSES),
    text: z.string().min(1),
    late: z.string().optional(),
    item: z.string().optional(),
    several: z.string().optional(),
  })
  .transform(
    ({ late, item, several, ...rest }): Wording => ({
      ...rest,
      ...(late === undefined ? {} : { late }),
      ...(item === undefined ? {} : { item }),
      ...(several === undefined ? {} : { several }),
    }),
  );

const WordingFile = z.record(z.string(), WordingRow);

/** Reads every sentence the bot can say, from one or more files. Throws ConfigError with file and line; `item` and `several` come together. */
export function loadWording(files: readonly string[]): Wordings {
  const all = new Map<string, Wording>();
  for (const file of files) {
    const { value, where } = readYaml(file, WordingFile);
    for (const [name, wording] of Object.entries(value)) {
      if (all.has(name)) throw new ConfigError(where([name]), `"${name}" is there twice; keep one`);
      if ((wording.item === undefined) !== (wording.several === undefined)) {
        throw new ConfigError(where([name]), `"${name}" needs both item and several, or neither`);
      }
      if (/:\n|:$/.test(wording.text))
        throw new ConfigError(where([name, "text"]), `"${name}" has ":" before a line's end, where WeChat cuts; write ：`);
      all.set(name, wording);
    }
  }
  return all;
}
