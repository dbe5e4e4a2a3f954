import { describe, expect, it } from "vitest";
import { chamber } from "../../testing/council.ts";
import { mayBeVote } from "./answer.ts";
import { ballotWords, choiceIn } from "./choice.ts";
import { voterOf } from "./voter.ts";

const { community } = chamber.desk;
const options = [
  { key: "A", text: "装在东门" },
  { key: "B", text: "装在车棚" },
];
const group = community.rooms.find(({ topic }) => topic === "葵花里小区居民群");
const choice = (text: string, among: typeof options = []) => choiceIn(among, ballotWords(community, text).rest);

describe("a vote in people's words", () => {
  it.each([
    ["同意", "yes"],
    ["3-2-501 同意", "yes"],
    ["3-2-501同意", "yes"],
    ["３－２－５０１　同意", "yes"],
    ["同意 3-2-501", "yes"],
    ["我家同意！", "yes"],
    ["我们家都同意", "yes"],
    ["议事4 同意", "yes"],
    ["【议事4】赞成", "yes"],
    ["同意，早该装了", "yes"],
    ["葵花里3-2-501 支持", "yes"],
    ["坚决反对", "no"],
    ["不同意，晚上太吵", "no"],
    ["501室 不赞成", "no"],
    ["弃权", "abstain"],
  ])("%s", (text, expected) => expect(choice(text)).toBe(expected));

  it.each([
    ["A", "A"],
    ["选b", "B"],
    ["3-2-501 选Ａ", "A"],
    ["同意A", "A"],
    ["方案B", "B"],
    ["A方案，离家近", "A"],
    ["改投B", "B"],
    ["还是换成A吧", "A"],
    ["2-1-301反对，选B", "B"],
    ["支持装在车棚", "B"],
    ["还是A", "A"],
    ["弃权", "abstain"],
  ])("%s, where there are options", (text, expected) => expect(choice(text, options)).toBe(expected));

  it.each(["同意吗", "同意？", "同意，但是别装窗户底下", "谁同意了", "不太同意吧大概", "同意楼上的说法", "可以"])(
    "%s is none",
    (text) => expect(choice(text)).toBeUndefined(),
  );

  it.each(["同意", "A或者B", "AB都行", "A如果便宜的话", "不同意", "A，如果便宜"])("%s is none, where there are options", (text) =>
    expect(choice(text, options)).toBeUndefined(),
  );
});

describe("whose vote it is", () => {
  const voter = (text: string, alias = "小区的风", room = group, asked = ["葵花里小区"]) =>
    voterOf(community, asked, ballotWords(community, text), chamber.homeOf(alias, room), room);

  it.each([
    ["3-2-501 同意", "小区的风", "葵花里小区 3-2-501"],
    ["3号楼2单元501室 同意", "小区的风", "葵花里小区 3-2-501"],
    ["同意", "3-2-501 李女士", "葵花里小区 3-2-501"],
    ["501 同意", "3-2-501 李女士", "葵花里小区 3-2-501"],
    ["3-501 同意", "3-2-501 李女士", "葵花里小区 3-2-501"],
    ["4-1-302 同意", "3-2-501 李女士", "葵花里小区 4-1-302"],
  ])("%s by %s", (text, alias, household) => expect(voter(text, alias)).toEqual({ household }));

  it("is in the form of its estate", () => {
    const room = community.rooms.find(({ topic }) => topic === "槐荫巷小区居民群");
    expect(voter("2-301 同意", "小林", room, ["槐荫巷小区"])).toEqual({ household: "槐荫巷小区 2-301" });
    expect(voter("2-1-301 同意", "小林", room, ["槐荫巷小区"])).toEqual({ doubt: "unknown" });
  });

  it.each([
    ["同意", "小区的风", "unknown"],
    ["501 同意", "小区的风", "unknown"],
    ["502 同意", "3-2-501 李女士", "unknown"],
    ["3-501 同意", "小区的风", "unknown"],
    ["9-1-101 同意", "小区的风", "outside"],
    ["同意", "9-1-101 王先生", "outside"],
    ["槐荫巷 2-301 同意", "小区的风", "outside"],
  ])("%s by %s is doubtful", (text, alias, doubt) => expect(voter(text, alias)).toEqual({ doubt }));

  it("is doubtful in private when several estates are asked and none is named", () => {
    const both = ["葵花里小区", "槐荫巷小区"];
    const asked = (text: string) =>
      voterOf(community, both, ballotWords(community, text), chamber.homeOf("小林", undefined), undefined);
    expect(asked("3-2-501 同意")).toEqual({ doubt: "unknown" });
    expect(asked("葵花里3-2-501 同意")).toEqual({ household: "葵花里小区 3-2-501" });
  });
});

describe("talk in a group is not looked up", () => {
  const room = group;
  it.each(["同意", "支持", "A", "好的", "3号楼停水了吗", "12月同意过一次", "我同意楼上说的2点", "3-2-501 漏水了"])(
    "%s",
    (text) => {
      expect(room).toBeDefined();
      expect(mayBeVote(community, { text, ...(room === undefined ? {} : { room }) })).toBe(false);
    },
  );
  it("but a vote with a house number is", () => {
    expect(mayBeVote(community, { text: "3-2-501 同意", ...(room === undefined ? {} : { room }) })).toBe(true);
  });
});
