import { readFileSync } from "node:fs";
import { ConfigError } from "../../shared/errors.ts";

/** Words for the model. The version is part of a reading's `by` and of the cache key. */
export type Prompt = { readonly version: number; readonly text: string };

const FENCE = "---";

/** Reads a prompt file. Throws ConfigError naming file and line when it is missing, has no header, or says nothing. */
export function loadPrompt(file: string): Prompt {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (cause) {
    throw new ConfigError(`${file}:1`, "cannot be read; check the path and that the file exists", { cause });
  }
  return parsePrompt(text, file);
}

/** As `loadPrompt`, for text that is already at hand; `file` is only its name. */
export function parsePrompt(text: string, file: string): Prompt {
  const lines = text.split(/\r?\n/);
  const end = lines.indexOf(FENCE, 1);
  if (lines[0] !== FENCE || end === -1)
    throw new ConfigError(`${file}:1`, 'has no header; begin the file with the lines "---", "version: 1", "---"');

  const at = lines.findIndex((line, index) => index < end && /^version:/.test(line));
  const version = /^version:\s*(\d+)\s*$/.exec(lines[at] ?? "")?.[1];
  if (version === undefined)
    throw new ConfigError(
      `${file}:${Math.max(1, at + 1)}`,
      'has no version in its header; write "version: 1", a whole number that grows with each change',
    );

  const body = lines
    .slice(end + 1)
    .join("\n")
    .trim();
  if (body === "")
    throw new ConfigError(`${file}:${end + 1}`, "says nothing after its header; write the instructions for the model below it");
  return { version: Number(version), text: body };
}
