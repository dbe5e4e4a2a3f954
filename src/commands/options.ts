import { ConfigError } from "../shared/errors.ts";

/** What was written behind a command: the plain words in order, and the options by name. */
export type Options = {
  readonly words: readonly string[];
  readonly values: ReadonlyMap<string, string>;
  readonly flags: ReadonlySet<string>;
};

/** Reads `--name value` and `--flag`. Throws ConfigError with the usage for whatever is not known, has no value or stands twice. */
export function readOptions(
  args: readonly string[],
  known: { readonly values: readonly string[]; readonly flags?: readonly string[]; readonly usage: string },
): Options {
  const words: string[] = [];
  const values = new Map<string, string>();
  const flags = new Set<string>();
  const rest = [...args];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (!word.startsWith("--")) words.push(word);
    else if (known.flags?.includes(word) === true) flags.add(word);
    else {
      const value = rest.shift();
      const isRight = known.values.includes(word) && !values.has(word) && value !== undefined && !value.startsWith("--");
      if (!isRight) throw new ConfigError(word, `is not right here; write: ${known.usage}`);
      values.set(word, value);
    }
  }
  return { words, values, flags };
}

/** A day of the calendar, `2026-11-21`. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
}
