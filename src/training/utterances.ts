import { readFileSync } from "node:fs";
import { ConfigError } from "../shared/errors.ts";
import { KINDS, type Kind } from "../tickets/reading.ts";
import { filesIn } from "./read-lines.ts";

/** One labelled message. Any of its kinds is right; `category` is absent for chatter. */
export type Utterance = {
  readonly text: string;
  readonly kinds: readonly Kind[];
  readonly category?: string;
  /** Whose words: people, chat or hard. What is measured goes by it, and chatter is learned by it. */
  readonly group?: string;
  /** File and line, for whoever mends it. */
  readonly at: string;
};

const HEADER = /^== (?<kinds>\S+)(?: (?<category>[^@\s]+))?(?: @(?<group>\S+))?\s*$/;

type Section = Pick<Utterance, "kinds" | "category" | "group">;

/** All utterances of a folder of `.txt` files, in the order of file names. Throws ConfigError naming file and line. */
export function readUtterances(folder: string, categories: readonly string[]): readonly Utterance[] {
  return filesIn(folder, ".txt").flatMap((file) => parseUtterances(readFileSync(file, "utf8"), file, categories));
}

/** Sections begin with `== kind category`, or `== one|other category` where both readings are right; each line below is one message, `\n` in it a line break. */
export function parseUtterances(text: string, file: string, categories: readonly string[]): readonly Utterance[] {
  let section: Section | undefined;
  const read: Utterance[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const at = `${file}:${index + 1}`;
    if (line.trim() === "" || line.startsWith("# ")) continue;
    if (line.startsWith("==")) section = sectionOf(line, at, categories);
    else if (section === undefined)
      throw new ConfigError(at, 'stands before any section; begin with a line such as "== demand 路灯"');
    else read.push({ ...section, text: line.replaceAll("\\n", "\n"), at });
  }
  return read;
}

function sectionOf(line: string, at: string, categories: readonly string[]): Section {
  const { kinds = "", category, group } = HEADER.exec(line)?.groups ?? {};
  const named = kinds.split("|").map((name) => KINDS.find((kind) => kind === name));
  const known = named.filter((kind) => kind !== undefined);
  if (known.length === 0 || known.length < named.length)
    throw new ConfigError(at, `is no section; write "== kind category" with a kind of ${KINDS.join(", ")}`);
  if (known[0] !== "none" && !categories.includes(category ?? ""))
    throw new ConfigError(at, `names no category of seeds/categories.yaml; it has "${category ?? ""}"`);
  return { kinds: known, ...(category === undefined ? {} : { category }), ...(group === undefined ? {} : { group }) };
}
