import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Entry } from "../knowledge/entry.ts";
import { ConfigError } from "../shared/errors.ts";
import { parseYaml } from "./read-yaml.ts";

/** An answer is read on a phone, in a group where others talk: this many characters at most. */
const ANSWER_AT_MOST = 120;

const Line = z.string().trim().min(1);
const Word = z.string().regex(/^[\p{L}\p{N}]{2,}$/u, "is not a name of two letters or more, without signs");
const Day = z.string().refine((text) => isDay(text), "is not a day; write 2026-09-08");

const KnowledgeFile = z.strictObject({
  title: Line,
  words: z.array(Word).min(1),
  asks: z.array(Line).min(6).max(12),
  source: Line,
  checked: Day,
  answer: Line.max(ANSWER_AT_MOST, `is longer than ${ANSWER_AT_MOST} characters; move details below the second ---`),
}) satisfies z.ZodType<Entry>;

/** Reads every `.md` of a folder: YAML between two lines `---`, then the details for people. Throws ConfigError with file and line. */
export function loadKnowledge(folder: string): readonly Entry[] {
  const titles = new Map<string, string>();
  return filesOf(folder).map((file) => {
    const { value, where } = parseYaml(frontOf(file), file, KnowledgeFile);
    const other = titles.get(value.title);
    if (other !== undefined) throw new ConfigError(where(["title"]), `"${value.title}" is already the title of ${other}`);

    titles.set(value.title, file);
    return value;
  });
}

function filesOf(folder: string): readonly string[] {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith(".md"));
    return names.sort().map((name) => join(folder, name));
  } catch (cause) {
    throw new ConfigError(folder, "cannot be read; check the path and that the folder exists", { cause });
  }
}

/** The front matter; its first `---` becomes a comment, so that the lines that an error names are those of the file. */
function frontOf(file: string): string {
  const text = read(file).replace(/^\uFEFF/, "");
  const front = /^---\r?\n([\s\S]*?\n)---[^\S\n]*(?:\r?\n|$)/.exec(text)?.[1];
  if (front === undefined)
    throw new ConfigError(`${file}:1`, "has no front matter; begin with a line --- and close it with another");
  return `#\n${front}`;
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new ConfigError(file, "cannot be read; check that it is a file and who may read it", { cause });
  }
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
