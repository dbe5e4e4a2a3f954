import { randomBytes } from "node:crypto";
import { HOUR } from "../shared/instant.ts";
import { house } from "../testing/house.ts";
import { createBoard } from "./board.ts";
import { emptyHalls } from "./halls/halls.fixture.ts";
import type { BoardParts, ChannelStatus, ChatLine, SandboxDesk, TicketRow, Utterance } from "./parts.ts";

const NOON = Date.UTC(2026, 8, 14, 4);

/** One matter, as the page is handed it. */
export const lamp: TicketRow = {
  number: 1,
  kind: "demand",
  category: "lighting",
  summary: "5号楼楼道灯坏了",
  place: "葵花里小区 5号楼",
  step: "报到",
  state: "open",
  handler: "网格员罗强",
  reporter: "5-1-302 王阿姨",
  due: NOON,
};

/** The parts of a community without a sandbox, in a given state. */
export function partsIn(status: ChannelStatus, tickets: readonly TicketRow[] = [lamp]): BoardParts {
  return {
    community: "葵花里<script>alert(1)</script>社区",
    bot: "小格",
    iso: (at) => new Date(at).toISOString(),
    sayTime: () => "今天12:00",
    status: () => status,
    tickets: async () => tickets,
    hosts: ["board.example:8443"],
    isPublic: false,
    clock: () => NOON,
    desk: house.desk,
    flowFor: house.flowFor,
    categories: ["路灯", "电梯"],
    door: {
      memory: pocket(),
      newToken: () => randomBytes(32).toString("base64url"),
      people: () => house.desk.community.people,
      roleName: (role) => role,
      isSecure: false,
    },
    finder: {
      find: async () => [],
      page: async () => ({ matters: [], count: 0 }),
      matter: async () => undefined,
      history: async () => [],
      said: async () => [],
    },
    halls: emptyHalls,
    overview: {
      stands: async () => ({ counts: { opened: 0, closed: 0, open: 0, late: 0, asked: 0 }, places: [] }),
      figures: async () => {
        throw new Error("nobody is signed in here");
      },
    },
    trackLinks: { find: async () => undefined, keep: async (_link, fresh) => fresh },
    openFile: async () => undefined,
    act: async () => undefined,
    personNamed: () => undefined,
    head: async () => 0,
    failed: (why) => {
      throw new Error(why);
    },
  };
}

/** A memory that lasts as long as a test. */
function pocket(): BoardParts["door"]["memory"] {
  const kept = new Map<string, unknown>();
  return {
    get: async (key) => kept.get(key),
    set: async (key, value) => kept.set(key, value),
    delete: async (key) => kept.delete(key),
  };
}

/** A board with a sandbox whose desk only remembers what it was told. */
export function sandboxBoard(tickets: readonly TicketRow[] = [lamp]) {
  const spoken: Utterance[] = [];
  const recalled: string[] = [];
  const travelled: number[] = [];
  const lines: ChatLine[] = [
    { id: "b1", at: NOON, chat: "居民群", who: "小格", isBot: true, text: "收到，已记为 #1" },
    { id: "r1", at: NOON, chat: "居民群", who: "5-1-302 王阿姨", isBot: false, text: "灯坏了" },
    { id: "r2", at: NOON, chat: "居民群", who: "5-1-302 王阿姨", isBot: false, text: "我的密码是1234", recalled: true },
  ];
  const listeners = new Set<() => void>();
  const desk: SandboxDesk = {
    rooms: () => [
      { topic: "居民群", kind: "residents", members: ["5-1-302 王阿姨"] },
      { topic: "工作群", kind: "staff", members: ["网格员罗强"] },
    ],
    people: () => [
      { alias: "网格员罗强", role: "网格员" },
      { alias: "5-1-302 王阿姨", role: "居民" },
    ],
    lines: (chat) => lines.filter((line) => line.chat === chat),
    picture: (name) => (name === "week.png" ? Uint8Array.of(0x89, 0x50) : undefined),
    speak: async (line) => {
      spoken.push(line);
      lines.push({ id: `s${lines.length}`, at: NOON, chat: line.chat, who: line.who, isBot: false, text: line.text });
      for (const listener of listeners) listener();
    },
    recall: async (id) => {
      recalled.push(id);
    },
    time: () => ({ now: NOON, text: "9月14日周一 12:00" }),
    travel: async (until) => {
      travelled.push(until);
      return until - NOON <= HOUR;
    },
    ahead: async () => [{ at: NOON + 3 * HOUR, about: "#1 5号楼楼道灯坏了", text: "网格员罗强若不回复，就提醒一次" }],
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const parts = { ...partsIn({ state: "online", self: { id: "x", name: "小格" }, since: NOON }, tickets), sandbox: desk };
  return { board: createBoard(parts), spoken, recalled, travelled, listeners };
}
