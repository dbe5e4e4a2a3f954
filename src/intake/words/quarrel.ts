import { tellsOfQuarrel } from "../../shared/quarrel.ts";
import type { Reading } from "../../tickets/reading.ts";

/** Where somebody may be hurt. */
const VIOLENT =
  /打(?:架|起来|人|老婆|孩子|我|他|她)|动(?:起|了)?手|厮打|家暴|(?:拿|持|举|提)着?(?:菜)?刀|要(?:砍|杀|打死|弄死)|见血/;

/** A dispute in which somebody may be hurt is pressing, whatever it is about. */
export function asPressing(reading: Reading, text: string): Reading {
  if (reading.kind === "hazard" && FIGHT.test(text) && !ALARM.test(text))
    return { ...reading, kind: "dispute", category: "邻里", urgency: "danger" };
  return reading.kind === "dispute" && VIOLENT.test(text) ? { ...reading, urgency: "danger" } : reading;
}

/** A fire that somebody sees at a house, in words that leave no doubt. */
const ALARM =
  /着火|起火|失火|漏电|触电|煤气味|煤气泄漏|燃气泄漏|[困关](?:着|住|在)?(?:了)?(?:[一二两三几]?个?(?:人|老人|孩子|小孩|娃)|一个|几个)|被[困关锁]|[困关卡]在电梯|有人[^，。]{0,2}跳楼/;
/** Told of another time or place, or only played. */
const NOT_NOW = /演习|演练|昨[天晚]|去年|上次|以前|听说|新闻|电影|视频|小说|游戏|要是|如果|万一|怕|别|防/;

/** A plain alarm at a house is no question to anybody: minutes matter. */
export function asAlarm(reading: Reading, text: string): Reading {
  const isPlain = reading.kind === "hazard" && reading.place.building !== undefined && ALARM.test(text) && !NOT_NOW.test(text);
  return isPlain && text.length <= 40 ? { ...reading, sure: true } : reading;
}

/** Somebody is hurt or ill: 120, whatever else it sounds like. */
const HURT =
  /叫不醒|晕[倒过]|抽搐|中风|吐血|(?:脑[壳袋]|头|脸|腿)[^，。]{0,3}(?:出|流)血|血流|(?:摔|跌|倒)[^，。]{0,8}(?:起不来|爬不起|动不了|出血|流血)|胸口?(?:疼|痛|闷)|喘不[上过]/;
const NOT_OF_THE_HURT = ["消防", "供气", "供电", "电梯", "河道"];

/** Whoever is hurt needs a doctor first, unless what hurts them still goes on. */
export function asHurt(reading: Reading, text: string): Reading {
  const isHurt = reading.kind === "hazard" && HURT.test(text) && !NOT_OF_THE_HURT.includes(reading.category);
  return isHurt ? { ...reading, category: "医疗健康" } : reading;
}

/** Violence at home, told in few words: the mediator and the secretary alone read of it, at once. */
const BEATEN =
  /(?:老公|丈夫|老婆|男人|前夫|对象|男朋友|儿子|女儿|儿媳|爸|妈|婆婆|公公|他|她)[^，。！？,!?]{0,8}打(?:我|孩子|老人|妈|娃)(?!电话|手机|微信|招呼|的|一下|折|字|牌)|[被在又公夫人他她]家暴|家暴(?:我|孩子|老婆|老人)|(?:隔壁|楼[上下]|对[门面]|邻居|那家|这家|人家|室|户)[^，。！？,!?]{0,8}(?:打|揍)(?:老婆|媳妇|女人|孩子|小孩|娃|老人|老妈|老爹)/;
/** Somebody whose life may be in danger, in the words of those who have no breath for more. */
const IN_NEED =
  /胸口(?:好|很|特别)?(?:疼|痛|闷)|胸痛|(?:摔|跌)(?:倒|了)[^，。]{0,6}(?:爬不起|起不来|动不了)|割腕|中风了|(?:要|想|准备)跳楼|^[^笑累喝撑]{0,6}站不起来了?[。！!]*$/;
/** The same between two; in a group they are said of a joke, a show, a day's work. */
const CONFIDED = /喘不(?:上|过)(?:来)?气|爬不起来|不想活了?(?!动)|活不下去了?|活着(?:真|好|太)?没[有]?意思|吐血/;
/** Told of what is over. */
const TOLD = /那[天年晚次]|[去前]年|上次|以前|半夜|幸亏|多亏|后来|谢/;
/** Only these words, or these before others: within a sentence they are a figure of speech. */
const CRY = /^\s*(?:(?:救命|救救我|救救|快来人|来人)[啊呀吧]*)+(?:[！!。，,~～\s]|$)/;
/** Who means to hurt somebody: the mediator and the secretary alone read of it. */
/** Somebody is missing, asked in whatever words: `请问你们看到过这个老人吗，他是我爸，走丢三天了`. */
const MISSING =
  /(?:老人|老头|老太|老伴|孩子|小孩|娃|爸|妈|爷爷|奶奶|姥[姥爷]|外[公婆]|儿子|女儿|孙[子女]|大[爷妈]|他|她)[^。！？!?]{0,14}(?:走[丢失]|失踪)/;
const FOUND_OR_TOLD =
  /找[到着回]|谢|那[天年次]|[去前]年|上次|以前|听说|新闻|电影|电视|剧|狗|猫|鸟|怕|别|防|小心|万一|如果|要是|差点|小时候/;
const THREAT = /(?:要|想|去)(?:砍|杀|捅|弄)(?:死|了)?(?:他|她|你|人)|同归于尽/;
/** A fight is no fire: it goes to those who mediate, and is not told in the group. */
const FIGHT = /打架|打起来|动(?:起)?手|斗殴|掐架/;

/** Who cries for help is heard, whatever a classifier makes of so few words; `救命，太好吃了` in a group is left to it. */
export function asCry(reading: Reading, text: string, isPrivate: boolean): Reading {
  if (reading.kind !== "none" && (reading.sure || reading.kind === "hazard")) return reading;
  const summary = reading.summary || text.replace(/\d{5,}/g, "").slice(0, 30);
  // Nobody's emergency is a voice for somebody else's matter.
  const { joins: _joins, ...own } = reading;
  if (BEATEN.test(text) || THREAT.test(text))
    return { ...own, kind: "dispute", category: "邻里", urgency: "danger", summary, sure: isPrivate };
  if (MISSING.test(text) && !FOUND_OR_TOLD.test(text))
    return { ...own, kind: "hazard", category: "寻人", urgency: "danger", summary, sure: false };
  const isCry = CRY.test(text) && (isPrivate || text.length <= 8);
  const isNeed = isPrivate ? IN_NEED.test(text) || CONFIDED.test(text) : IN_NEED.test(text) && !TOLD.test(text);
  if (!isCry && !isNeed) return reading;
  return { ...own, kind: "hazard", category: "医疗健康", urgency: "danger", summary, sure: false };
}

export type Parts = { readonly quarrel: string; readonly rest: string };

/** A message that tells of a quarrel and of something else: nobody who reads of the one may read of the other. Undefined: it is not both. */
export function partsOf(text: string): Parts | undefined {
  const clauses = text.split(/[，,。；;！!\n]+/).filter((clause) => clause.trim() !== "");
  const quarrel = clauses.filter((clause) => tellsOfQuarrel(clause));
  const rest = clauses.filter((clause) => !tellsOfQuarrel(clause));
  return quarrel.length === 0 || rest.join("").length < 4 ? undefined : { quarrel: quarrel.join("，"), rest: rest.join("，") };
}
