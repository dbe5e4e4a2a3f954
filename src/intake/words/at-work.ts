/** Asked, not ordered: `要不要吹哨物业`, `交给物业行不行`. */
const ASKS = /[吗么][？?]?\s*$|[？?]\s*$|要不要|行不行|能不能|可不可以|是不是|好不好|该不该|也得管/;

/** It is not done yet, or only said to be. */
const NOT_YET =
  /听说|好像|据说|估计|车来了|要[\d一二两三四五六七八九十百千]+块|明[天早晚]|后天|下周|争取|预计|[能会](?:修|办|弄|换|处理)好|再装|还没|没(?:修|办|弄|换|去|好)|差一|说(?:是|已经?)?(?:修|办|弄|换|处理)好|来(?:修|换|弄)/;
/** Later today, unless it says that it is done. */
const LATER = /下午|晚上|今晚|下班|周[一二三四五六日末]|\d点/;
const DONE = /[好完]了|掉了|结束了/;

/** Whoever was called is there. */
const ARRIVED = /(?:我|人)?(?:已经?)?(?:到了|到场|在现场|到现场)|拉了?(?:起)?(?:警戒|线)/;
/** Whoever was asked has taken it on, and says how: `已经联系电工师傅下午三点来`. */
const ENGAGED =
  /^(?:收到|好的|知道了)[，,。 ]|已(?:经)?(?:报修|派|安排)|马上|这就|我(?:先|过)?去(?!不了)|在路上|我看了|看过了|师傅.{0,8}[来到]|(?:明[天早]|今[天晚]|下午|上午|后天|周[一二三四五六日]|\d点).{0,12}[来去换修弄到派清装]|派人|安排(?:了|人)|在[修弄换处]|正在/;

/** Whether words of staff only ask, so that nothing is done for them. */
export function onlyAsks(text: string): boolean {
  return ASKS.test(text);
}

/** Whether words that sound like a result tell of what is still to come, or of hearsay: nothing is closed for them. */
export function isStillToCome(text: string): boolean {
  return NOT_YET.test(text) || (LATER.test(text) && !DONE.test(text));
}

/** A danger is over. */
const OVER =
  /找(?:到|着)了|救(?:出来)?(?:出来|下来)了|(?:人|孩子|老人)(?:已经?)?(?:出来|没事|平安|领下来)|火(?:已经?)?(?:扑)?灭了|没味了|(?:已经?)?安全了|排除了|关(?:了|好了?)(?:总)?阀|阀门?(?:已经?)?关(?:了|上|好)|^没事了|[，,]没事了|虚惊一场|没漏/;

/** What somebody who was asked about a matter says when they have taken it on, or a danger is over; undefined: they say something else. */
export function takenOn(text: string): "arrive" | "confirm" | "secure" | undefined {
  if (onlyAsks(text)) return undefined;
  if (OVER.test(text) && !/[还没未]找|还没|没有|吗/.test(text)) return "secure";
  if (/^(?:不|没|别)/.test(text)) return undefined;
  if (ARRIVED.test(text) && !/没到|还没/.test(text)) return "arrive";
  return ENGAGED.test(text) ? "confirm" : undefined;
}
