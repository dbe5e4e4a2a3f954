import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const src = dirname(fileURLToPath(import.meta.url));

/**
 * Who may import whom (DESIGN: Layout). Besides these: a folder may import itself, and what is named here of packages.
 * `*` is everything: the places where things are put together.
 */
const MAY: Readonly<Record<string, { readonly folders: readonly string[]; readonly packages: readonly string[] }>> = {
  shared: { folders: [], packages: [] },
  tickets: { folders: ["shared"], packages: ["xstate"] },
  intake: { folders: ["tickets", "shared"], packages: [] },
  schedule: { folders: ["tickets", "shared"], packages: ["node-cron", "chinese-days"] },
  council: { folders: ["tickets", "shared"], packages: [] },
  knowledge: { folders: ["tickets", "shared"], packages: ["minisearch"] },
  flows: {
    folders: ["tickets", "shared", "schedule", "knowledge", "council"],
    packages: ["yaml", "zod", "node-cron", "node:fs", "node:path"],
  },
  triage: {
    folders: ["tickets", "intake", "shared"],
    packages: ["zod", "@langchain/core", "openai", "chrono-node", "chinese-days", "node:fs", "node:crypto", "node:zlib"],
  },
  outbox: { folders: ["tickets", "shared"], packages: [] },
  store: {
    folders: ["tickets", "intake", "outbox", "schedule", "council", "shared"],
    packages: [
      "kysely",
      "pg",
      "keyv",
      "zod",
      "node:sqlite",
      "node:fs",
      "node:path",
      "node:crypto",
      "node:events",
      "node:timers/promises",
    ],
  },
  ledger: {
    folders: ["tickets", "council", "shared"],
    packages: ["echarts", "@resvg/resvg-js", "@expo-google-fonts/noto-sans-sc", "docx", "fflate", "node:module", "node:zlib"],
  },
  // The council is pure as the tickets are: its pages show what it is and change it through what they are handed.
  board: {
    folders: ["tickets", "council", "shared"],
    packages: ["hono", "zod", "qrcode", "image-size", "node:fs", "node:crypto"],
  },
  channel: {
    folders: ["shared"],
    packages: [
      "wechaty",
      "wechaty-puppet",
      "wechaty-puppet-mock",
      "wechaty-puppet-service",
      "file-box",
      "qrcode",
      "node:crypto",
      "node:module",
      "node:fs",
      "node:stream",
      "node:path",
    ],
  },
  training: { folders: ["*"], packages: ["zod", "node:fs", "node:path", "node:crypto", "node:perf_hooks"] },
  commands: { folders: ["*"], packages: ["*"] },
  testing: { folders: ["*"], packages: ["*"] },
};

/** Single files that a folder may import of another one: ports and plain data. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  channel: ["intake/message.ts"],
  outbox: ["channel/channel.ts"],
  // What is painted and written: plain data that the schedule has made of its figures.
  ledger: ["schedule/reports/poster.ts", "schedule/reports/report-shape.ts"],
  flows: ["intake/replies/guess/order-classes.ts"],
  triage: ["schedule/chinese-days.ts"],
  // What the board asks of the store.
  store: [
    "board/tickets/finder.ts",
    "board/overview/overview-port.ts",
    "board/track/track-links.ts",
    "board/lists/lists-desk.ts",
    "board/wishes/wishes-desk.ts",
  ],
  // Figures are shown as they were counted for the reports; the outbox and the calendar as they are.
  board: [
    "schedule/reports/period.ts",
    "schedule/reports/running.ts",
    "schedule/reports/tally.ts",
    "schedule/rates.ts",
    "schedule/preview.ts",
    "outbox/queue.ts",
    "outbox/by-hand.ts",
  ],
};

const ADAPTERS = ["channel", "store", "board", "triage", "flows"];

type Import = { readonly file: string; readonly target: string };

const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => name.endsWith(".ts") && !/\.(test|fixture)\.ts$/.test(name));

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(join(src, file), "utf8");
  const found = [...text.matchAll(/^(?:import|export)\b[^"';]*?from "([^"]+)"|^import "([^"]+)"|\bimport\("([^"]+)"\)/gm)];
  return found.map((match) => {
    const target = match[1] ?? match[2] ?? match[3] ?? "";
    return { file, target: target.startsWith(".") ? relative(src, resolve(src, dirname(file), target)) : target };
  });
}

const folderOf = (file: string): string => (file.includes("/") ? (file.split("/")[0] ?? "") : "");
const isOurs = ({ target }: Import): boolean => target.endsWith(".ts");
const imports = files.flatMap(importsOf);

describe("the layout", () => {
  it("is read at all", () => {
    expect(files.length).toBeGreaterThan(80);
    expect(imports.length).toBeGreaterThan(200);
  });

  it("has only folders that the table names", () => {
    expect(new Set(files.map(folderOf))).toEqual(new Set(["", ...Object.keys(MAY)]));
  });

  it.each(Object.entries(MAY).filter(([, { folders }]) => !folders.includes("*")))(
    "%s imports what it may",
    (folder, { folders, packages }) => {
      const own = imports.filter(({ file }) => folderOf(file) === folder);
      const wrong = own.filter((one) =>
        isOurs(one)
          ? ![folder, ...folders].includes(folderOf(one.target)) && !(ALSO[folder] ?? []).includes(one.target)
          : !packages.some((name) => one.target === name || one.target.startsWith(`${name}/`)),
      );
      expect(wrong).toEqual([]);
    },
  );

  it("keeps adapters out of app.ts", () => {
    const wrong = imports.filter(
      (one) => one.file === "app.ts" && ADAPTERS.includes(folderOf(one.target)) && one.target !== "channel/channel.ts",
    );
    expect(wrong).toEqual([]);
  });

  it("lets only one file talk to openai, and only the channel to wechaty", () => {
    expect(imports.filter(({ target }) => target === "openai" || target.startsWith("openai/")).map(({ file }) => file)).toEqual([
      "triage/model.ts",
    ]);
    const wechaty = imports.filter(
      ({ target, file }) => /^(wechaty|file-box)/.test(target) && folderOf(file) !== "channel" && folderOf(file) !== "testing",
    );
    expect(wechaty).toEqual([]);
  });

  it("has no cycles", () => {
    const graph = new Map(
      files.map((file) => [file, imports.filter((one) => one.file === file && isOurs(one)).map(({ target }) => target)]),
    );
    const done = new Set<string>();
    const walk = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) throw new Error(`a cycle: ${[...path.slice(path.indexOf(file)), file].join(" → ")}`);
      if (done.has(file)) return;
      for (const next of graph.get(file) ?? []) walk(next, [...path, file]);
      done.add(file);
    };
    for (const file of files) walk(file, []);
  });

  it("has no index.ts and no default export", () => {
    expect(files.filter((file) => /(^|\/)index\.ts$/.test(file))).toEqual([]);
    expect(files.filter((file) => /^export default/m.test(readFileSync(join(src, file), "utf8")))).toEqual([]);
  });

  it("keeps clocks, chance and the environment out of the pure core", () => {
    const core = files.filter((file) => ["tickets", "shared"].includes(folderOf(file)));
    expect(
      core.filter((file) =>
        /Date\.now|new Date\(\)|Math\.random|randomUUID|process\./.test(readFileSync(join(src, file), "utf8")),
      ),
    ).toEqual([]);
  });
});
