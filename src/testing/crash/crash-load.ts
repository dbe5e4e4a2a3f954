import type { CrashLine } from "./crash-protocol.ts";

/** People talking: each call gives another line, the same for the same chance. */
export type CrashLoad = {
  readonly next: () => CrashLine;
  /** A line that surely reports something. */
  readonly report: () => CrashLine;
  /** The bot named tickets in a sentence: staff can speak of them from now on. */
  readonly read: (text: string) => void;
};

const RESIDENTS = "葵花里小区居民群";
const STAFF = "网格工作群";
const WORKERS = ["网格员郭敏", "网格员罗强", "社区书记孟岚"];
const CHATTER = ["今天天气真好", "哈哈哈哈", "早上好呀", "晚上一起跳舞吧", "谢谢大家", "孩子放学了", "周末愉快", "吃饭了吗"];
const FAULTS = [
  "楼道灯坏了，晚上黑漆漆的",
  "下水道堵了，污水往外冒",
  "电梯坏了，一直停在一楼",
  "门禁坏了，刷卡打不开",
  "水管漏水了，地上全是水",
  "垃圾没人清运，堆成山了",
  "楼梯扶手断了，没人来修",
];

/**
 * Six in ten lines are chatter (some of it asks the bot in private), three report a matter of its own, one is a reply of staff.
 * Reports and replies carry a mark of their own, such as KZABC, by which what became of them can be found.
 */
export function createCrashLoad(random: () => number): CrashLoad {
  let count = 0;
  let tickets = 0;
  const upTo = (most: number): number => 1 + Math.floor(random() * most);
  const one = <T>(list: readonly [T, ...T[]] | readonly T[], fallback: T): T =>
    list[Math.floor(random() * list.length)] ?? fallback;
  const resident = (): string => `${upTo(6)}-${upTo(4)}-${upTo(18)}0${upTo(4)}`;

  const talk = (id: string): CrashLine => {
    if (random() < 0.05) return { id, who: resident(), text: "我的" };
    return { id, who: resident(), room: RESIDENTS, text: `${one(CHATTER, "早")}${"～".repeat(upTo(3))}` };
  };
  const complaint = (id: string, mark: string): CrashLine => {
    const where = `${upTo(6)}号楼${upTo(4)}单元${upTo(18)}楼`;
    return { id, who: resident(), room: RESIDENTS, text: `${where}${one(FAULTS, "灯坏了")} ${mark}` };
  };
  const reply = (id: string, mark: string): CrashLine => {
    const number = upTo(tickets);
    const words = [
      `确认 ${number} ${mark}`,
      `到场 ${number} ${mark}`,
      `办结 ${number} 已修好 ${mark}`,
      `备注 ${number} 看过了 ${mark}`,
    ];
    return { id, who: one(WORKERS, "网格员郭敏"), room: STAFF, text: one(words, `备注 ${number} ${mark}`) };
  };

  const nextId = (): string => `line-${++count}`;

  return {
    report: () => complaint(nextId(), markOf(count)),
    next: () => {
      const id = nextId();
      const kind = random();
      if (kind < 0.6) return talk(id);
      return kind < 0.9 || tickets === 0 ? complaint(id, markOf(count)) : reply(id, markOf(count));
    },
    read: (text) => {
      for (const [, number] of text.matchAll(/#(\d{1,9})/g)) tickets = Math.max(tickets, Number(number));
    },
  };
}

/** Every mark in a text. */
export function marksIn(text: string): readonly string[] {
  return text.match(/KZ[A-Z]{3,6}/g) ?? [];
}

/** A number as letters: digits might be taken for a ticket's, a house's or a telephone's. */
function markOf(count: number): string {
  let rest = count;
  let letters = "";
  while (letters.length < 4) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
    rest = Math.floor(rest / 26);
  }
  return `KZ${letters}`;
}

/** Numbers from 0 to 1, always the same for one seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
