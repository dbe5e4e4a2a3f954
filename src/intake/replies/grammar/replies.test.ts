import { describe, expect, it } from "vitest";
import { parseReplies, parseReply } from "./replies.ts";
import { told } from "./told.fixture.ts";

describe("replies are forgiving", () => {
  it.each([
    ["确认", "confirm"],
    ["确认12", "confirm #12"],
    ["12确认", "confirm #12"],
    ["＃１２ 确认", "confirm #12"],
    ["收到，在办", "confirm"],
    ["立案", "confirm"],
    ["退回 12 归交警管", 'reject #12 "归交警管"'],
    ["12 办结 已修好", 'finish #12 "已修好"'],
    ["办结：3号楼灯换好了", 'finish "3号楼灯换好了"'],
    ["12 修好了", 'finish #12 "修好了"'],
    ["延期 2天 等配件", 'extend 2d "等配件"'],
    ["延期两天，等配件", 'extend 2d "等配件"'],
    ["延期 12 3个工作日 等审批", 'extend #12 3d "等审批"'],
    ["升级 要请供电公司", 'escalate "要请供电公司"'],
    ["转 12 罗强 他的楼", 'transfer #12 "罗强 他的楼"'],
    ["转给罗强", 'transfer "罗强"'],
    ["备注 已联系物业", 'note "已联系物业"'],
    ["到场", "arrive"],
    ["处理中", "start"],
    ["查１２", "track #12"],
    ["我的", "mine"],
    ["补充 就在北门", 'supplement "就在北门"'],
    ["撤销", "withdraw"],
    ["满意", "rate 5/5"],
    ["满意，谢谢", "rate 5/5"],
    ["基本满意", "rate 3/5"],
    ["不满意", "rate 1/5"],
    ["4分", "rate 4/5"],
    ["12 5分", "rate #12 5/5"],
    ["没解决", "reopen"],
    ["还没修好", "reopen"],
    ["确认 1 2", "confirm #1 | confirm #2"],
    ["1和2都确认", "confirm #1 | confirm #2"],
    ["1-3都确认", "confirm #1 | confirm #2 | confirm #3"],
    ["1到3都办完了", 'finish #1 "办完了" | finish #2 "办完了" | finish #3 "办完了"'],
    ["1 好了", 'finish #1 "好了"'],
    ["12 会商定了，物业先疏通", 'start #12 "物业先疏通"'],
    ["１号 办结 换了灯泡", 'finish #1 "换了灯泡"'],
    ["确认 99999999999", "confirm #99999999999"],
    ["延期 1 100天 等配件", 'extend #1 100d "等配件"'],
    ["没修好，还是黑的", 'reopen "还是黑的"'],
    ["还没解决呢", "reopen"],
    ["+1", "support"],
    ["＋１", "support"],
    ["我家也是，晚上都不敢下楼", 'support "晚上都不敢下楼"'],
    ["12 办结 已修好；15 延期 2天 等配件", 'finish #12 "已修好" | extend #15 2d "等配件"'],
  ])("%s", (text, expected) => {
    expect(told(text)).toBe(expected);
  });
});

describe("everyday words count only where a ticket is meant", () => {
  it.each(["修好了", "又坏了", "发错了", "已报警", "再给两天", "👍", "5分", "12 收到"])("%s is not plain", (text) => {
    expect(parseReplies(text).map(({ plain }) => plain)).toEqual([false]);
  });
  it.each(["确认", "办结 换了灯", "撤回上一条", "双方同意", "满意", "合并到7", "复查合格"])("%s is plain", (text) => {
    expect(parseReplies(text).map(({ plain }) => plain)).toEqual([true]);
  });
});

describe("a long or odd text", () => {
  it.each([
    ["12", " ", "x"],
    ["12 ", "12、", "x"],
    ["", "请麻烦帮我", ""],
    ["满意", "！", "x"],
    ["明天", "上", "会商"],
    ["", "1;", ""],
    ["延期", "一", ""],
  ])("comes to an end within a test's own time: %s%s…%s", (start, middle, end) => {
    const text = start + middle.repeat(Math.floor(5_900 / middle.length)) + end;
    expect(parseReplies(text).length).toBeLessThanOrEqual(10);
  });
  it("is nothing when nobody types so much", () => {
    expect(parseReplies(`办结 ${"好".repeat(100_000)}`)).toEqual([]);
    expect(parseReply(`办结 ${"好".repeat(100_000)}`)).toBeUndefined();
  });
});
