import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { When } from "../../shared/instant.ts";
import { zoneOf } from "../../shared/zone.ts";
import { whenReader } from "./when.ts";

const shanghai = zoneOf("Asia/Shanghai");
const read = whenReader(shanghai);

/** A Wednesday morning. */
const NOW = Date.parse("2026-11-18T10:20:00+08:00");

const Line = z.object({
  text: z.string(),
  now: z.string(),
  when: z.object({ from: z.string(), to: z.string().optional() }).nullable(),
});

/** `11-18T10:20`, or `11-18T10:20 – 11-18T12:00`. */
function written(when: When | undefined): string {
  if (when === undefined) return "none";
  const minute = (at: number): string => shanghai.iso(at).slice(5, 16);
  return when.to === undefined ? minute(when.from) : `${minute(when.from)} – ${minute(when.to)}`;
}

describe("the time in a resident's message", () => {
  it("is read as the labelled list says, in 97 of 100 lines", () => {
    const lines = readFileSync("seeds/labelled/times.jsonl", "utf8").trim().split("\n");
    const misses = lines.flatMap((line) => {
      const { text, now, when } = Line.parse(JSON.parse(line));
      const wanted =
        when === null
          ? "none"
          : [when.from, when.to]
              .flatMap((at) => at ?? [])
              .map((at) => Date.parse(at))
              .join();
      const found = read(text, Date.parse(now));
      const got = found === undefined ? "none" : [found.from, found.to].flatMap((at) => at ?? []).join();
      return got === wanted ? [] : [`${text} (${now}): ${written(found)}`];
    });
    expect(1 - misses.length / lines.length, misses.join("\n")).toBeGreaterThanOrEqual(0.97);
  });

  it.each([
    ["后天早上八点半到十点抽水", "11-20T08:30 – 11-20T10:00"],
    ["12月5日晚停电检修", "12-05T18:00 – 12-06T00:00"],
    ["11月20日22:00至次日6:00停水", "11-20T22:00 – 11-21T06:00"],
    ["接供电公司通知，11月21日（周六）8:30-17:00停电", "11-21T08:30 – 11-21T17:00"],
    ["周六大扫除，早上8点集合，带扫把", "11-21T08:00"],
    ["9-11点停水", "11-18T09:00 – 11-18T11:00"],
    ["周二十点的会谁去了", "11-17T10:00"],
    ["本月底完工", "11-30T00:00 – 12-01T00:00"],
    ["２０２６年１１月２１日下午３点", "11-21T15:00"],
    ["明天三点开会", "11-19T15:00"],
  ])("of a notice %s is %s", (text, expected) => {
    expect(written(read(text, NOW))).toBe(expected);
  });

  it.each([
    ["昨天晚上凌晨两点多报的警", "11-18T02:00"],
    ["半夜两点还有人唱歌", "11-18T02:00"],
    ["晚上11点还在跳广场舞", "11-17T23:00"],
    ["夜里11点到凌晨4点施工", "11-17T23:00 – 11-18T04:00"],
    ["今天5点就没水了", "11-18T05:00"],
    ["周日停的水到现在没来", "11-15T00:00 – 11-18T10:20"],
    ["从周一开始一直没热水", "11-16T00:00 – 11-17T00:00"],
    ["刚才7点半跳的闸", "11-18T07:30"],
    ["早上好！明天还停水吗", "11-19T00:00 – 11-20T00:00"],
  ])("of a complaint %s is %s", (text, expected) => {
    expect(written(read(text, NOW))).toBe(expected);
  });

  it.each([
    "半夜老有狗叫",
    "周一到周五上班没空",
    "营业时间8:00-22:00",
    "以后天天有人吗",
    "有三点意见",
    "2月30号交费",
    "修好两天后又坏了",
    "祝大家周末愉快",
    "国庆期间停车",
    "晚上好，邻居们",
  ])("is not told by %s", (text) => {
    expect(read(text, NOW)).toBeUndefined();
  });

  it("is the community's, on whatever clock", () => {
    const when = whenReader(zoneOf("America/New_York"))("明天上午9点", Date.parse("2026-10-31T12:00:00-04:00"));
    expect(when).toEqual({ from: Date.parse("2026-11-01T09:00:00-05:00") });
  });

  it("ends after it begins, whatever is written", () => {
    const word = fc.constantFrom(
      ..."昨 前 大后 天 晚 半夜 凌晨 早上 下 个 周 星期 三 末 月 底 十 2 30 点 : 号 日 年 半 刻 到 - 至 现在 前 后 分钟 小时 次日 国庆 2026 了 （ ） 每 差".split(
        " ",
      ),
    );
    const text = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.array(word, { maxLength: 14 }).map((words) => words.join("")),
    );
    const now = fc.integer({ min: Date.parse("2000-01-01"), max: Date.parse("2099-12-31") });
    fc.assert(
      fc.property(text, now, fc.constantFrom("Asia/Shanghai", "Europe/Berlin"), (told, at, zone) => {
        const when = whenReader(zoneOf(zone))(told, at);
        if (when === undefined) return;

        expect(Number.isFinite(when.from)).toBe(true);
        if (when.to !== undefined) expect(when.to).toBeGreaterThan(when.from);
      }),
      { numRuns: 2_000 },
    );
  });
});
