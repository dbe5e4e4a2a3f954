import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPost } from "./read-post.ts";

/** `signUp 2`, `signOff 加班`, `vote against 太吵 (3-201)`, `option B`, `marks 1:5 2:3`. */
function told(text: string): string {
  const post = readPost(text);
  if (post === undefined) return "talk";
  const house = post.household === undefined ? "" : ` (${post.household})`;
  switch (post.kind) {
    case "signUp":
      return `signUp ${[post.people, ...post.names].join(" ")}${house}`;
    case "signOff":
      return `${["signOff", post.reason ?? ""].join(" ").trim()}${house}`;
    case "checkIn":
      return `checkIn${house}`;
    case "vote":
      return `${["vote", post.choice, post.reason ?? ""].join(" ").trim()}${house}`;
    case "option":
      return `${["option", post.option, post.reason ?? ""].join(" ").trim()}${house}`;
    case "number":
      return `number ${post.number}${house}`;
    case "marks":
      return `marks ${post.marks.map(({ item, mark, reason }) => `${item ?? ""}:${mark}${reason === undefined ? "" : `(${reason})`}`).join(" ")}`;
  }
}

describe("an answer to what was posted", () => {
  it.each([
    ["报名", "signUp 1"],
    ["我报名", "signUp 1"],
    ["我要报名", "signUp 1"],
    ["参加", "signUp 1"],
    ["我参加", "signUp 1"],
    ["我去", "signUp 1"],
    ["我来", "signUp 1"],
    ["准时参加", "signUp 1"],
    ["一定到", "signUp 1"],
    ["收到，准时参加", "signUp 1"],
    ["+1", "signUp 1"],
    ["＋１", "signUp 1"],
    ["+2", "signUp 3"],
    ["算我一个", "signUp 1"],
    ["加我一个", "signUp 1"],
    ["我报名两个人", "signUp 2"],
    ["报名 3人", "signUp 3"],
    ["3人", "signUp 3"],
    ["我家3个人参加", "signUp 3"],
    ["报名，带老伴", "signUp 2"],
    ["带老伴", "signUp 2"],
    ["我报名，带两个孩子", "signUp 3"],
    ["2大1小", "signUp 3"],
    ["报名 2大1小", "signUp 3"],
    ["一家三口参加", "signUp 3"],
    ["3-2-501 报名", "signUp 1 (3-2-501)"],
    ["报名 3-201 2人", "signUp 2 (3-201)"],
    ["张三报名", "signUp 1 张三"],
    ["报名：张三、李四", "signUp 2 张三 李四"],
    ["我报名🙋", "signUp 1"],
    ["报名[握手]", "signUp 1"],
    ["报名，谢谢", "signUp 1"],
    ["我报名 不吃辣", "signUp 1"],
    ["替3-201王阿姨报名", "signUp 1 王阿姨 (3-201)"],
    ["我们两口子都去", "signUp 2"],
  ])("%s signs up", (text, wanted) => {
    expect(told(text)).toBe(wanted);
  });

  it.each([
    ["去不了", "signOff"],
    ["我去不了了", "signOff"],
    ["来不了", "signOff"],
    ["取消报名", "signOff"],
    ["不参加", "signOff"],
    ["我不参加了", "signOff"],
    ["不去了", "signOff"],
    ["请假", "signOff"],
    ["请假 孩子发烧", "signOff 孩子发烧"],
    ["请假，家里有事", "signOff 家里有事"],
    ["我请假，出差在外", "signOff 出差在外"],
    ["家里有事，去不了", "signOff 家里有事"],
    ["加班来不了", "signOff 加班"],
    ["不好意思，临时有事，去不了了", "signOff 不好意思，临时有事"],
    ["明天去不了，要带孙子", "signOff 要带孙子"],
    ["3-201 取消报名", "signOff (3-201)"],
    ["退出", "signOff"],
    ["参加不了了", "signOff"],
  ])("%s signs off", (text, wanted) => {
    expect(told(text)).toBe(wanted);
  });

  it.each([
    ["签到", "checkIn"],
    ["到了", "checkIn"],
    ["到", "checkIn"],
    ["我到了", "checkIn"],
    ["已到", "checkIn"],
    ["已到会", "checkIn"],
    ["已签到", "checkIn"],
    ["张三 签到", "checkIn"],
    ["3-201 签到", "checkIn (3-201)"],
    ["到了，签到", "checkIn"],
  ])("%s checks in", (text, wanted) => {
    expect(told(text)).toBe(wanted);
  });

  it.each([
    ["同意", "vote for"],
    ["我同意", "vote for"],
    ["我家同意", "vote for"],
    ["赞成", "vote for"],
    ["支持", "vote for"],
    ["没意见", "vote for"],
    ["同意！", "vote for"],
    ["同意👍", "vote for"],
    ["同意+1", "vote for"],
    ["投赞成票", "vote for"],
    ["反对", "vote against"],
    ["不同意", "vote against"],
    ["我不同意，太吵了", "vote against 太吵了"],
    ["反对，影响一楼采光", "vote against 影响一楼采光"],
    ["投反对票", "vote against"],
    ["弃权", "vote abstain"],
    ["我家弃权", "vote abstain"],
    ["3-2-501 同意", "vote for (3-2-501)"],
    ["我家 501 同意", "vote for (501)"],
    ["同意 3-201", "vote for (3-201)"],
    ["3号楼2单元501 不同意", "vote against (3-2-501)"],
    ["３－２－５０１同意", "vote for (3-2-501)"],
    ["501同意", "vote for (501)"],
    ["同意（3-201）", "vote for (3-201)"],
    ["同意装电梯", "vote for"],
    ["选A", "option A"],
    ["A", "option A"],
    ["b", "option B"],
    ["我选B", "option B"],
    ["方案二", "option 2"],
    ["投1", "option 1"],
    ["选2", "option 2"],
    ["第二个", "option 2"],
    ["二号方案", "option 2"],
    ["投方案一", "option 1"],
    ["选C，离家近", "option C 离家近"],
    ["3-201 选A", "option A (3-201)"],
    ["3", "number 3"],
  ])("%s votes", (text, wanted) => {
    expect(told(text)).toBe(wanted);
  });

  it.each([
    ["1好 2一般 3差", "marks 1:5 2:3 3:1"],
    ["1.好 2.好 3.一般", "marks 1:5 2:5 3:3"],
    ["4 5 3", "marks 1:4 2:5 3:3"],
    ["4、5、3", "marks 1:4 2:5 3:3"],
    ["物业2分 太脏了", "marks 物业:2(太脏了)"],
    ["物业2分 太脏了，保安4分", "marks 物业:2(太脏了) 保安:4"],
    ["保洁5分 保安3分", "marks 保洁:5 保安:3"],
    ["保洁满意，保安不满意", "marks 保洁:5 保安:1"],
    ["1满意 2不满意，楼道灯老坏", "marks 1:5 2:1(楼道灯老坏)"],
    ["1 5分 2 3分 3 1分", "marks 1:5 2:3 3:1"],
    ["都满意", "marks :5"],
    ["满意", "marks :5"],
    ["4分", "marks :4"],
    ["物业2分太脏了，灯也不亮", "marks 物业:2(太脏了，灯也不亮)"],
    ["5分，很及时", "marks :5(很及时)"],
    ["不满意，没人扫", "marks :1(没人扫)"],
  ])("%s gives marks", (text, wanted) => {
    expect(told(text)).toBe(wanted);
  });

  it.each([
    "我同意楼上的说法但是得先公示",
    "同意，但是要先公示",
    "同意楼上",
    "同意的话怎么操作",
    "如果不涨价我就同意",
    "到了到了快递到了",
    "快递到了",
    "我快到了",
    "到了给我打电话",
    "到哪了",
    "我去！太贵了吧",
    "我去！",
    "我去买菜",
    "我去看看",
    "我去年也交了",
    "我来帮忙看看",
    "我来说两句",
    "来电了",
    "来水了吗",
    "报名费多少",
    "报名在哪里",
    "还能报名吗？",
    "怎么报名",
    "报名截止了吗",
    "报名的人真多",
    "昨天报名的人没来",
    "参加过好几次了",
    "参加的人多不多",
    "有多少人参加？",
    "有3人受伤",
    "3人一组",
    "3个苹果",
    "不去医院能行吗",
    "不来修就投诉",
    "去不了的地方太多",
    "他说他不来了",
    "请假条在哪开",
    "取消报名怎么操作",
    "取消停车费",
    "退出群聊",
    "不参加不代表反对",
    "支持社区工作，辛苦了大家",
    "支持一下我家小店",
    "支持国货",
    "反对无效",
    "反对的人有几个",
    "没意见箱",
    "大家同意吗",
    "谁反对",
    "A栋停水了",
    "B座电梯坏了",
    "选我选我",
    "选谁都一样",
    "第二天就坏了",
    "方案在哪看",
    "物业不好",
    "今天天气很好",
    "饭菜还行",
    "5分钟就到",
    "等了3分钟",
    "2号楼没电",
    "3-2-501没水",
    "501漏水",
    "1号楼2单元灯坏了",
    "+1块钱",
    "签到机坏了",
    "签到表放哪了",
    "带老伴去医院了",
    "带孩子真累",
    "两个人吵起来了",
    "好的",
    "收到",
    "谢谢",
    "哈哈哈",
    "？",
    "满意什么啊满意",
    "差不多得了",
    "好消息",
    "一般人我不告诉他",
    "今晚吃什么",
    "算我倒霉",
    "加我微信",
    "接龙满了吗",
    "祝福收到。",
    "钱收到了，谢啦",
    "我要去告诉妈妈",
    "奶茶三分糖",
    "一分钱一分货",
    "必须五星",
    "话到嘴边留三分",
    "暖气费一分不少",
    "我家也来了",
    "我来吧",
  ])("%s is talk", (text) => {
    expect(told(text)).toBe("talk");
  });

  it("reads anything without falling over", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const post = readPost(text);
        if (post?.kind === "signUp") expect(post.people).toBeGreaterThan(0);
      }),
    );
  });
});
