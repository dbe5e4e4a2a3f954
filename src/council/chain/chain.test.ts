import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { countOf, foldChain, linesOf, NOBODY_YET, type Standing } from "./fold-chain.ts";
import { readChain } from "./read-chain.ts";

const Shape = z.object({
  name: z.string(),
  posts: z.array(z.object({ by: z.string(), text: z.string() })),
  persons: z.number(),
  lines: z.number(),
  in: z.array(z.string()),
});
const shapes = readFileSync("seeds/labelled/chains.jsonl", "utf8")
  .trim()
  .split("\n")
  .map((line) => Shape.parse(JSON.parse(line)));

function post(standing: Standing, by: string, text: string): Standing {
  const chain = readChain(text);
  if (chain === undefined) throw new Error(`is no chain: ${text}`);
  return foldChain(standing, chain, by).standing;
}

const namesIn = (standing: Standing): readonly string[] =>
  linesOf(standing).flatMap(({ people, household = "" }) => (people.length === 0 ? [household] : people));

describe("a chain", () => {
  it("comes in more than thirty shapes", () => {
    expect(shapes.length).toBeGreaterThanOrEqual(30);
  });

  it.each(shapes)("$name", ({ posts, persons, lines, in: names }) => {
    const standing = posts.reduce((before, { by, text }) => post(before, by, text), NOBODY_YET);
    expect([...namesIn(standing)].sort()).toEqual([...names].sort());
    expect(countOf(standing)).toEqual({ people: persons, lines });
  });

  it.each([
    "1. 水管坏了\n2. 电梯停了\n3. 路灯不亮",
    "一、加强巡逻\n二、清理杂物",
    "今天吃什么",
    "3-2-501没水",
    "接龙头又坏了",
    "接龙满了吗",
    "9:30 集合\n10:30 出发",
    "1. 张三家漏水已经三天了请物业尽快处理谢谢\n2. 李四家门口堆了很多垃圾没人管啊请看看",
  ])("is not %s", (text) => {
    expect(readChain(text)).toBeUndefined();
  });

  it("keeps its title, household and note", () => {
    const chain = readChain("#接龙\n周六聚餐\n地点：食堂\n1. 张三 3-2-501 不吃辣\n2. 李四（晚到）");
    expect(chain?.title).toBe("周六聚餐\n地点：食堂");
    expect(chain?.lines[0]).toMatchObject({ people: ["张三"], household: "3-2-501", note: "不吃辣" });
    expect(chain?.lines[1]).toMatchObject({ people: ["李四"], note: "晚到" });
    expect(chain?.isTruncated).toBe(false);
  });
});

const SURNAMES = Array.from("王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗");
const name = (index: number): string => `${SURNAMES[index % 20]}${"一二三四五六七八九十"[Math.floor(index / 20)]}`;
const listOf = (names: readonly string[]): string => ["#接龙", ...names.map((one, at) => `${at + 1}. ${one}`)].join("\n");

describe("taking a repost into what stands", () => {
  const three = post(NOBODY_YET, "a", "#接龙\n1. 张三\n2. 李四\n3. 王五 3-201");

  it("tells who joined, who left, and whose line changed", () => {
    const chain = readChain("#接龙\n1. 张三 +1\n2. 李四 不去了\n3. 王五 3-201\n4. 赵六") ?? { lines: [], isTruncated: false };
    const { joined, left, changed } = foldChain(three, chain, "z");
    expect([joined, left, changed].map((lines) => lines.flatMap(({ people }) => people))).toEqual([["赵六"], ["李四"], ["张三"]]);
  });

  it("lets nobody leave by a list of somebody who may never have seen them", () => {
    expect(namesIn(post(three, "z", "#接龙\n1. 赵六"))).toEqual(["张三", "李四", "王五", "赵六"]);
  });

  it("survives being stored", () => {
    const stored = JSON.parse(JSON.stringify(three)) as Standing;
    expect(post(stored, "a", "#接龙\n1. 张三\n2. 李四")).toEqual(post(three, "a", "#接龙\n1. 张三\n2. 李四"));
  });
});

describe("the laws of a chain", () => {
  it("the same list again changes nothing", () => {
    fc.assert(
      fc.property(fc.constantFrom(...shapes), ({ posts }) => {
        const standing = posts.reduce((before, { by, text }) => post(before, by, text), NOBODY_YET);
        const last = posts.at(-1);
        const chain = last && readChain(last.text);
        if (chain === undefined || last === undefined) return;
        const folded = foldChain(standing, chain, last.by);
        expect(folded).toEqual({ joined: [], left: [], changed: [], standing });
      }),
    );
  });

  it("nobody is lost when everybody adds a line to whatever list they happened to see", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 30 }), (bases) => {
        const lists: string[][] = [[]];
        let standing = NOBODY_YET;
        for (const [index, seen] of bases.entries()) {
          const list = [...(lists[seen % lists.length] ?? []), name(index)];
          lists.push(list);
          standing = post(standing, `person ${index}`, listOf(list));
        }
        expect(new Set(namesIn(standing))).toEqual(new Set(bases.map((_, index) => name(index))));
      }),
    );
  });

  it("two at once both stay, whoever is heard first, and the count is the same", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), (size) => {
        const base = Array.from({ length: size }, (_, index) => name(index));
        const before = post(NOBODY_YET, "organiser", listOf(base));
        const one = listOf([...base, "钱多"]);
        const other = listOf([...base, "沈默"]);
        const first = post(post(before, "x", one), "y", other);
        const second = post(post(before, "y", other), "x", one);
        expect(new Set(namesIn(first))).toEqual(new Set(namesIn(second)));
        expect(countOf(first)).toEqual({ people: size + 2, lines: size + 2 });
      }),
    );
  });

  it("a cut list makes nobody leave, wherever it was cut", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 20 }), fc.nat(), (size, at) => {
        const whole = listOf(Array.from({ length: size }, (_, index) => `${name(index)} ${index + 1}-20${index % 9}`));
        const standing = post(NOBODY_YET, "x", whole);
        const cut = `${whole.slice(0, 8 + (at % (whole.length - 8)))}…`;
        const chain = readChain(cut);
        if (chain === undefined) return;
        const folded = foldChain(standing, chain, "x");
        expect(folded.left).toEqual([]);
        expect(folded.joined).toEqual([]);
      }),
    );
  });

  it("joining and leaving one after another, each from the latest list, is counted right", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 15 }), { maxLength: 40 }), (turns) => {
        const list: string[] = [];
        let standing = NOBODY_YET;
        for (const who of turns) {
          const at = list.indexOf(name(who));
          if (at >= 0) list.splice(at, 1);
          else list.push(name(who));
          standing = post(standing, `person ${who}`, listOf(list));
          expect(new Set(namesIn(standing))).toEqual(new Set(list));
        }
      }),
    );
  });

  it("reads anything without falling over", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const chain = readChain(`#接龙\n${text}`);
        for (const line of chain?.lines ?? []) expect(line.count).toBeGreaterThan(0);
      }),
    );
  });
});
