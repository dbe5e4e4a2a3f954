import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { ConfigError } from "../shared/errors.ts";

/** The files of a folder with an ending, in the order of their names. Throws ConfigError when there is no such folder. */
export function filesIn(folder: string, ending: string): readonly string[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (cause) {
    throw new ConfigError(folder, `cannot be read; name a folder with ${ending} files`, { cause });
  }
  return names
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name));
}

/** A file of JSON lines, each of one shape. Throws ConfigError naming file and line. */
export function readLines<T>(file: string, schema: z.ZodType<T>): readonly T[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line, index): T[] => {
      if (line.trim() === "") return [];
      const read = schema.safeParse(parsed(line));
      if (read.success) return [read.data];
      const [issue] = read.error.issues;
      throw new ConfigError(`${file}:${index + 1}`, `is not right at "${issue?.path.join(".") ?? ""}": ${issue?.message ?? ""}`);
    });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
