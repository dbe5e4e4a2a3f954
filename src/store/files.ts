import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import type { Journal } from "../intake/journal.ts";

const KNOWN = /^\.(jpe?g|png|gif|webp|heic|mp4|mov|pdf|docx?|xlsx?|txt)$/;

/**
 * Keeps photos and files of filed reports under `dataDir/files`. The name is ours, made from the content: nothing of a sender's
 * file name reaches the disk but a known ending.
 */
export function createFiles(dataDir: string, journal: Journal): (row: number, name: string, bytes: Uint8Array) => Promise<void> {
  return async (row, name, bytes) => {
    const ending = extname(name).toLowerCase();
    const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 32);
    const path = join("files", `${hash}${KNOWN.test(ending) ? ending : ".bin"}`);
    await mkdir(join(dataDir, "files"), { recursive: true });
    await writeFile(join(dataDir, path), bytes, { mode: 0o600 });
    await journal.keepFile(row, path);
  };
}

/** Reads a kept file again, by the path under `dataDir` that was written down; undefined when it is gone or was never one of ours. */
export function createFileReader(dataDir: string): (path: string) => Promise<Uint8Array | undefined> {
  return async (path) => {
    if (!/^files\/[0-9a-f]{32}\.\w{1,5}$/.test(path)) return undefined;
    return readFile(join(dataDir, path)).catch(() => undefined);
  };
}
