import { chainWith } from "./chain.js";
import { desk, isResident, linesOf, room } from "./desk.js";

const AUNT = "5-1-302 王阿姨";
const JOINER = "5-1-502 孙阿姨";
const QUIET = "3-2-501 李女士";

const group = () => room("residents");
const secretary = () => desk.people.find(({ role }) => role.includes("书记"))?.alias ?? "";
const own = (alias) => `dm:${alias}`;
/** The matter that the story is about: what the aunt told of last. */
const matter = () => desk.matters.find(({ reporter }) => reporter === AUNT);
const worker = () => matter()?.handler ?? desk.people.find((person) => !isResident(person))?.alias;
const number = () => matter()?.number ?? 1;
/** Joins the 接龙 of that meeting, whatever else is being joined. */
const join = (alias, meeting) => {
  const about = linesOf(group()).filter(({ text }) => new RegExp(`${meeting}(?!\\d)`).test(text));
  return [alias, group(), chainWith(about, alias)];
};

/** The product in three minutes. `act` stands on the button, `look` is read afterwards; `play` may `say`, `hear` or `need` the bot's words, `see` a chat and `travel`. */
export const STEPS = [
  {
    name: "居民说事",
    act: "当王阿姨，在群里说灯坏了",
    look: () => `${desk.bot}听懂了：记成 #${number()}，派给${worker()}，在群里只回一句。闲聊它不插话。`,
    play: async ({ say, hear }) => {
      await say(AUNT, group(), "5号楼1单元楼道灯坏了，晚上上楼看不见");
      await hear(group(), /已记为/);
    },
  },
  {
    name: "邻居附和",
    act: "当邻居孙阿姨，说“我家也是”",
    look: () => "认得出是同一件：不再开一件，只私下告诉孙阿姨“办好一并告诉您”。群里不刷屏。",
    play: async ({ say, hear }) => {
      await say(JOINER, group(), "我家也是，楼道黑得很");
      await hear(own(JOINER), /已加到/);
    },
  },
  {
    name: "网格员接手",
    act: "当网格员，在工作群回“确认”",
    look: () => "网格员回一声“确认”，王阿姨就在私聊里知道谁在办、最晚哪天办好。不用谁记着去回话。",
    play: async ({ say, hear }) => {
      await say(worker(), room("staff"), `确认 ${number()}`);
      await hear(own(AUNT), /接手/);
    },
  },
  {
    name: "过了一天",
    act: "让时间快进一天",
    look: () => `路上该发生的都发生了：到点喊巡查，没人回就再问。${desk.bot}下面要做什么，都写在“接下来”里。`,
    play: async ({ travel, see }) => {
      see(room("staff"));
      await travel({ by: "1d" });
    },
  },
  {
    name: "办好了",
    act: "当网格员，回“办结”",
    look: () => "报过、附和过的人都收到了结果，还被问一句满不满意。办没办好，居民说了算。",
    play: async ({ say, hear }) => {
      await say(worker(), room("staff"), `办结 ${number()} 灯泡换好了`);
      await hear(own(AUNT), /满意吗/);
    },
  },
  {
    name: "居民评价",
    act: "当王阿姨，私聊回“满意”",
    look: () => "这一件才算完。要是回“没解决”，它会重新派出去，催到办好为止。",
    play: async ({ say, hear }) => {
      await say(AUNT, own(AUNT), "满意");
      await hear(own(AUNT), /谢谢/);
    },
  },
  {
    name: "悄悄说矛盾",
    act: "当李女士，私聊说邻里矛盾",
    look: () => "群里一个字也没有，“在办事项”里也没有：只有调解员和书记知道。纠纷从不拿到群里说。",
    play: async ({ say, hear }) => {
      await say(QUIET, own(QUIET), "楼上天天半夜打麻将，吵得孩子睡不着，我不想当面吵");
      await hear(own(QUIET), /已记为/);
    },
  },
  {
    name: "书记写通知",
    act: "当书记，私聊写一条停水通知",
    look: () => "先给书记看预览：发到哪个群，“明天”换成了几月几日。书记不点头，一个字也不发。",
    play: async ({ say, hear }) => {
      const text = `通知 ${group().replace(/居民群$/, "")}5号楼 明天上午9点到11点停水，请提前储水`;
      await say(secretary(), own(secretary()), text);
      await hear(own(secretary()), /^【通知\d+】预览/);
    },
  },
  {
    name: "书记点头",
    act: "当书记，回“确认”",
    look: () => "通知发到了该发的群。停水前它还会再提醒一次：看“接下来”。",
    play: async ({ say, hear }) => {
      await say(secretary(), own(secretary()), "确认");
      await hear(group(), /^【通知\d+】/);
    },
  },
  {
    name: "开会接龙",
    act: "书记约议事会，两位邻居接龙",
    look: () => `邻居照老样子接龙，${desk.bot}跟着数；书记问一句“情况”，就知道几个人来。`,
    play: async ({ say, need }) => {
      const dm = own(secretary());
      await say(secretary(), dm, "会议 下周三晚7点 议事会 议题 停车棚改造 地点 党群服务中心");
      const [, meeting] = await need(dm, /^【(会议\d+)】预览/);
      await say(secretary(), dm, `${meeting} 确认`);
      await need(group(), new RegExp(`^【${meeting}】.*接龙`, "s"));
      await say(...join(AUNT, meeting));
      await say(...join(QUIET, meeting));
      await say(secretary(), dm, `${meeting} 情况`);
      await need(dm, new RegExp(`^【${meeting}】.*报名\\d+人`));
    },
  },
  {
    name: "一周播报",
    act: "快进到一周播报",
    look: () => `收到几件、办结几件、谢谢谁，${desk.bot}自己算好发到群里。日常就是这样。`,
    play: async ({ hear, travel, see }) => {
      see(group());
      const weekly = desk.ahead.find(({ text }) => text.includes("一周播报"));
      await travel(weekly === undefined ? { by: "1d" } : { to: weekly.at });
      await hear(group(), /一周】/);
    },
  },
];
