import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { ROOT } from "./load-house.ts";

const folder = mkdtempSync(join(tmpdir(), "xiaoge-cli-"));

type Ran = { readonly status: number | null; readonly out: string; readonly err: string };

/** Runs `xiaoge` as people do, in a process of its own. */
async function xiaoge(args: readonly string[], input = "", environment: Record<string, string> = {}): Promise<Ran> {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", join(ROOT, "src/cli.ts"), ...args], {
    cwd: ROOT,
    env: {
      ...process.env,
      DATA_DIR: join(folder, "data"),
      DATABASE_URL: "",
      OPENAI_BASE_URL: "",
      OPENAI_API_KEY: "",
      WECHATY_PUPPET: "",
      ...environment,
    },
  });
  child.stdin.end(input);
  const [out, err, status] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((ended) => child.on("close", ended)),
  ]);
  return { status, out, err };
}

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const caseFile = (line: string): string => `name: x\nstart: 2026-09-14T19:00:00+08:00\nlines:\n  - ${line}\n`;

describe("bad input gives one line, exit 2, and changes nothing", () => {
  const room = "葵花里小区居民群";
  it.each<[string, string[], string, Record<string, string>, string]>([
    ["a file that is not there", ["replay", "nowhere.yaml"], "", {}, "nowhere.yaml cannot be read"],
    ["an empty file", ["replay", file("empty.yaml", "")], "", {}, "empty.yaml:1"],
    ["a file that is no YAML", ["replay", file("broken.yaml", "a: [1,\nb: 2")], "", {}, "broken.yaml:2 is not YAML"],
    [
      "an unknown room",
      ["replay", file("room.yaml", caseFile('{ at: "19:00", room: 没有这个群, who: 甲, says: 早 }'))],
      "",
      {},
      'room.yaml:4 there is no room "没有这个群"',
    ],
    [
      "a time that is none",
      ["replay", file("time.yaml", caseFile(`{ at: soon, room: ${room}, who: 甲, says: 早 }`))],
      "",
      {},
      "time.yaml:4",
    ],
    [
      "a line that nobody says",
      ["replay", file("who.yaml", caseFile(`{ at: "19:00", room: ${room}, says: 早 }`))],
      "",
      {},
      "who.yaml:4",
    ],
    [
      "a recall of nothing",
      ["replay", file("recall.yaml", caseFile('{ at: "19:00", recalls: m9 }'))],
      "",
      {},
      'no line before has the id "m9"',
    ],
    ["an option that is none", ["replay", "seeds/cases/wall.yaml", "--jsno"], "", {}, "--jsno is not an option"],
    ["no lines to sort", ["triage"], "", {}, "standard input is empty"],
    ["a line that is no JSON", ["triage"], '{"id":1,"text":"灯坏了"}\nxx', {}, "line 2 is not JSON"],
    ["a line without a text", ["triage"], '{"id":1}', {}, "line 1 text"],
    ["a line from an unknown room", ["triage"], '{"id":1,"text":"灯坏了","room":"没有"}', {}, "line 1 names the room"],
    ["a setting that is wrong", ["verify"], "", { DATABASE_URL: "mysql://x" }, "DATABASE_URL is not right"],
    [
      "a folder that cannot be made",
      ["verify"],
      "",
      { DATA_DIR: "/proc/nowhere/data" },
      "cannot be opened; check that DATA_DIR can be written",
    ],
    ["a preview from a day that is none", ["calendar", "--from", "2026-02-30"], "", {}, '--from "2026-02-30" is not a day'],
    ["a preview backwards", ["calendar", "--from", "2026-02-03", "--to", "2026-02-01"], "", {}, "is before 2026-02-03"],
    ["a day that is none", ["report", "week", "--date", "2026-02-30"], "", {}, '"2026-02-30" is not a day'],
    [
      "a time without end",
      ["replay", file("far.yaml", caseFile(`{ at: +99999999d, room: ${room}, who: 甲, says: 早 }`))],
      "",
      {},
      "far.yaml:4",
    ],
    ["a port that is none", ["serve"], "", { BOARD_PORT: "many" }, "BOARD_PORT is not right"],
    [
      "a puppet that is not installed",
      ["serve"],
      "",
      { WECHATY_PUPPET: "wechaty-puppet-padlocal", BOARD_PORT: "0" },
      "npm install wechaty-puppet-padlocal",
    ],
    ["a community that is not there", ["code", "罗强"], "", { COMMUNITY_FILE: "nobody.yaml" }, "nobody.yaml cannot be found"],
    ["a command that is none", ["dance"], "", {}, '"dance" is not a command'],
  ])("%s", async (_, args, input, environment, message) => {
    const { status, out, err } = await xiaoge(args, input, environment);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toContain(message);
    expect(err).not.toMatch(/ at .*\(|node_modules/);
    if (args[0] !== "dance") expect(err.trim().split("\n")).toHaveLength(1);
  });
});

describe("calendar", () => {
  it("shows what will be said on some days, a line each, and needs no database", async () => {
    const { status, out } = await xiaoge(["calendar", "--from", "2026-09-24", "--to", "2026-09-24"], "", {
      DATA_DIR: "/proc/nowhere",
    });
    expect(status).toBe(0);
    expect(out).toMatch(/^9月24日周四 .*\n/);
    expect(out).toContain("17:00  weekly  〔葵花里小区居民群、槐荫巷小区居民群〕（因中秋提前，原是9月25日周五）");
  });
});

describe("triage", () => {
  it("gives one reading a line, in the order of the lines, in the shape that others rely on", async () => {
    const input = [
      { id: "a", text: "5号楼楼道灯坏了，晚上上楼看不见", room: "葵花里小区居民群", alias: "5-1-302 王阿姨" },
      { id: 2, text: "哈哈哈" },
    ];
    const { status, out } = await xiaoge(["triage"], input.map((line) => JSON.stringify(line)).join("\n"));
    const rows = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(status).toBe(0);
    expect(rows.map((row) => Object.keys(row))).toEqual(
      Array(2).fill(["id", "kind", "category", "urgency", "place", "confidence", "sure", "by"]),
    );
    expect(rows).toMatchObject([
      { id: "a", kind: "demand", sure: true, by: "offline@2" },
      { id: 2, kind: "none" },
    ]);
  });
});

describe("replay --json", () => {
  it("prints one object in the shape that others rely on", async () => {
    const { status, out } = await xiaoge(["replay", "seeds/cases/wall.yaml", "--json"]);
    expect(status).toBe(0);
    const outcome = JSON.parse(out) as { said: object[]; tickets: { events: object[] }[] };
    expect(Object.keys(outcome)).toEqual(["said", "tickets", "meetings", "notices", "votes", "projects"]);
    expect(outcome.said[0]).toEqual({
      at: expect.stringMatching(/^2026-09-14T19:00:\d\d\+08:00$/),
      to: "网格工作群",
      text: expect.any(String),
      ticket: 1,
      purpose: "ask",
    });
    const keys =
      "number kind category urgency state step level outcome place grid handler reporters supporters rating events".split(" ");
    expect(Object.keys(outcome.tickets[0] ?? {})).toEqual(keys);
    expect(outcome.tickets[0]?.events[0]).toEqual({
      type: "opened",
      at: expect.stringContaining("+08:00"),
      by: "3-2-501 李女士",
    });
  });
});

describe("a backup", () => {
  it("comes back where no database is, and is never put over one", async () => {
    const data = join(folder, "backup-data");
    const copy = join(folder, "copy.db");
    expect((await xiaoge(["migrate"], "", { DATA_DIR: data })).status).toBe(0);
    expect((await xiaoge(["backup", copy], "", { DATA_DIR: data })).out).toContain("ok");
    expect((await xiaoge(["restore", copy], "", { DATA_DIR: data })).err).toContain("is there already");
    expect((await xiaoge(["restore", copy], "", { DATA_DIR: join(folder, "elsewhere") })).out).toContain("0 events");
    expect((await xiaoge(["restore", file("no.db", "not a database")], "", { DATA_DIR: join(folder, "third") })).status).toBe(2);
    expect(existsSync(join(folder, "third"))).toBe(false);
    expect(readdirSync(join(folder, "elsewhere"))).toContain("xiaoge.db");
  });
});
