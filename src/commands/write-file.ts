import { createWriteStream, existsSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { ConfigError } from "../shared/errors.ts";

/** Refuses a file that cannot be written, before anything is done for it. */
export function checkTarget(file: string, ending: string): void {
  if (!file.endsWith(ending)) throw new ConfigError(file, `should end in ${ending}; choose another name`);
  const folder = dirname(resolve(file));
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new ConfigError(folder, "is no folder; make it first");
  if (existsSync(file) && !statSync(file).isFile()) throw new ConfigError(file, "is not a file; choose another name");
}

/** Writes bytes as they come; the file is there when it is whole, and not before. */
export async function writeWhole(file: string, bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void> {
  const half = `${file}.half`;
  try {
    await pipeline(bytes, createWriteStream(half, { mode: 0o600 }));
    renameSync(half, file);
  } catch (cause) {
    rmSync(half, { force: true });
    if (cause instanceof Error && "code" in cause && typeof cause.code === "string" && /^E[A-Z]+$/.test(cause.code))
      throw new ConfigError(file, `cannot be written (${cause.code}); choose another place`, { cause });
    throw cause;
  }
}
