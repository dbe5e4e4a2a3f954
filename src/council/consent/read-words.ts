import { oneOf } from "./households.ts";
import type { Heard } from "./project.ts";

/** What a line says of some households. */
export type Said = { readonly households: readonly string[]; readonly heard: Heard; readonly text?: string };

const HEARD: readonly (readonly [Heard, RegExp])[] = [
  ["visited", /^(?:走访|上门|入户|回访|家访|沟通)(?:过|了)?[:,\s]*([\s\S]*)$/u],
  [
    "open",
    /^(?:说?(?:还|要)?)?(?:还没(?:定|想好|同意|表态)|没定|未定|再想想|再考虑|考虑中?|待定|不在家|(?:家里)?没人|联系不上)[:,\s]*([\s\S]*)$/u,
  ],
  ["refused", /^(?:不(?:同意|签|愿意|肯)|没同意|反对|拒绝)(?:了)?[:,\s]*([\s\S]*)$/u],
  ["agreed", /^(?:都|全部|全)?(?:已经?)?(?:同意|签字?|赞成)(?:了|啦)?[:,\s]*([\s\S]*)$/u],
];
const LIST =
  /^((?:[^\s,、;]*\d[^\s,、;]*?(?:室|户)?)(?:[\s,、和]+(?:[^\s,、;]*\d{3,4}(?:室|户)?)(?=[\s,、和]|\D))*)\s*[:,，]?\s*(\D[\s\S]*)$/u;

/** `6-1-101同意，6-1-102不同意`: what was said of one household ends where the next is named. */
const NEXT =
  /(?<=(?:同意|签字?|赞成|反对|拒绝|愿意|不肯|走访|没定|再想想|不在家)[^;；\n]{0,40}?)[,，\s]+(?=\d{1,3}-\d{1,2}-\d{3,4}|\d{1,2}号楼)/u;

/** Reads `6-1-102 同意`, `6-1-101、102 同意`, `6-1-201 不同意 担心挡光；6-1-202 同意`. Undefined: a part of it cannot be read. */
export function wordsIn(text: string): readonly Said[] | undefined {
  const lines = text
    .normalize("NFKC")
    .split(/[;；\n]+/u)
    .flatMap((line) => line.split(NEXT))
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const read = lines.map(lineOf);
  return read.length === 0 || read.some((one) => one === undefined) ? undefined : read.flatMap((one) => one ?? []);
}

/** `今天去了6-1-202，家里没人`: where somebody went comes first. */
const WENT =
  /^(?:(?:我|我们)?(?:今天|昨天|刚才|刚刚|刚|上午|下午|中午|晚上|早上)*(?:又|再)?(?:去了?|走访了?|上门去?了?|入户了?|问了?问?|联系了?|打电话给|找了?)\s*)(?=[\d一二三四五六七八九十])/u;

function lineOf(written: string): Said | undefined {
  const line = written.replace(WENT, "");
  const isVisit = line !== written;
  const [, list = isVisit ? line : "", rest = ""] = LIST.exec(line) ?? [];
  const households: string[] = [];
  for (const item of list.split(/[\s,、和]+/u).filter((one) => one !== "")) {
    const one = oneOf(item, households.at(-1));
    if (one === undefined) return undefined;
    households.push(...one);
  }
  if (households.length === 0) return undefined;
  for (const [heard, words] of HEARD) {
    const match = words.exec(rest.trim());
    const told = match?.[1]?.trim() ?? "";
    if (match !== null) return { households, heard, ...(told === "" ? {} : { text: told }) };
  }
  return isVisit ? { households, heard: "visited", ...(rest.trim() === "" ? {} : { text: rest.trim() }) } : undefined;
}
