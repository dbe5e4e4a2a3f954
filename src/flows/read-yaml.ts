import { readFileSync } from "node:fs";
import { isNode, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { ConfigError } from "../shared/errors.ts";

/** A data file that has been read and has the right shape, and where each part of it stands. */
export type Sheet<T> = {
  readonly value: T;
  /** `flows/demand.yaml:31` for a path into the value; the nearest part that is written down. */
  readonly where: (path: readonly PropertyKey[]) => string;
};

/**
 * Reads a YAML file and checks its shape.
 * Throws ConfigError naming file and line when the file is missing, is not YAML, or has another shape.
 */
export function readYaml<S extends z.ZodType>(file: string, schema: S): Sheet<z.output<S>> {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (cause) {
    throw new ConfigError(file, "cannot be read; check the path and that the file exists", { cause });
  }
  return parseYaml(text, file, schema);
}

/** As `readYaml`, for text that is already at hand; `file` is only its name. */
export function parseYaml<S extends z.ZodType>(text: string, file: string, schema: S): Sheet<z.output<S>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, merge: true });
  const [broken] = document.errors;
  if (broken !== undefined) {
    throw new ConfigError(`${file}:${lines.linePos(broken.pos[0]).line}`, `is not YAML: ${broken.message.split("\n")[0]}`);
  }

  const where = (path: readonly PropertyKey[]): string => {
    for (let length = path.length; length >= 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return `${file}:${lines.linePos(node.range[0]).line}`;
    }
    return `${file}:1`;
  };
  const checked = schema.safeParse(document.toJS());
  if (checked.success) return { value: checked.data, where };

  const [issue] = checked.error.issues;
  const at = issue?.path ?? [];
  throw new ConfigError(where(at), `${at.map(String).join(".") || "the file"}: ${issue?.message ?? "has another shape"}`);
}
