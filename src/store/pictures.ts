import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";

/** Pictures that wait to be shown, under `dataDir/pictures`. */
export type Pictures = {
  /** Keeps a PNG; the same picture is kept once. Gives its path under the data folder. */
  readonly keep: (bytes: Uint8Array) => Promise<string>;
  readonly open: (path: string) => Promise<{ readonly name: string; readonly bytes: Uint8Array }>;
};

/** Keeps pictures by what is in them, so that a second firing of the same slot finds the same file. */
export function createPictures(dataDir: string): Pictures {
  return {
    keep: async (bytes) => {
      const path = join("pictures", `${createHash("sha256").update(bytes).digest("hex").slice(0, 12)}.png`);
      await mkdir(join(dataDir, "pictures"), { recursive: true });
      await writeFile(join(dataDir, path), bytes, { mode: 0o600 });
      return path;
    },
    open: async (path) => ({ name: basename(path), bytes: new Uint8Array(await readFile(join(dataDir, path))) }),
  };
}
