/** `灯还是不亮啊`, `根本没人来`, `哪里好了`: it is as it was. `没事了`, `还没看呢` are not. */
const NOT_DONE =
  /还[是没不](?!看|试|回|到家|下班|去|用|顾|来得及)|仍然?|又|根本|压根|没(?:人|有[^事空啥]|修|弄|清|动|解决|好|变|来|换|亮|装|通|走|干净|起作用)|白[修弄忙]|不(?:亮|通|响|转|动|行(?!不)|管用|热|凉快|出水)|没用|照[样旧]|依旧|老样子|一样(?:黑|臭|漏|堵|吵)|一点(?:都|也)?没|这办的|哪里?(?:[修弄换清好亮通]|干净)了|骗人|糊弄|糊弄谁|敷衍/u;
const NO_TROUBLE = /没[有]?(?:事|关系|问题|意见|啥|什么|空|时间)|不(?:漏|堵|响|臭|吵|黑|卡)了|再也[没不]/u;

/** The same trouble once more, in few words. */
const AGAIN =
  /(?:又|还是|还在|仍然?|还)(?:不亮|灭|漏|堵|坏|响|臭|黑|停|满|断|卡|掉|返|溢|吵|没水|没电|没气|没好|没修|没清|没亮|不行|不通|不热|打不开|开不|刷不|那样|这样|老样子)/u;
const FEW = 12;

/** Made of nothing but words that deny that anything was done. */
const DENIAL =
  /^(?:[，,。！!？?、~～…\s]|啊|呀|呢|吧|啦|了|的|嘛|嗯|就|也|都|又|根本|压根|完全|一点|还是?|没有?|不行?|谁|哪里?|今天|你们|他们|人|师傅|物业|来|过|修|弄|换|清|亮|动|变|处理|办|解决|好|骗人?|糊弄|假|说|叫|这)+$/u;

const DONE =
  /(?:亮|通|好|行|解决|可以|恢复|干净|修好|弄好|能用|能开|清走|换好|装好|不漏|不堵|不响|不臭|不吵)了|有[水电气]了|来[水电气]了|谢谢|感谢|多谢|辛苦/u;
const DOUBT = /但是?|不过|可是|就是|只是|[？?]|吗/u;

/** What whoever was told that a matter is done says of it, in words of their own. */
export type AfterDone = "notDone" | "done";

/** Of a matter that was just said to be done; undefined: neither yes nor no. */
export function saysOfDone(text: string): AfterDone | undefined {
  if (NOT_DONE.test(text) && !NO_TROUBLE.test(text)) return "notDone";
  return DONE.test(text) && !DOUBT.test(text) ? "done" : undefined;
}

/** Denies in a group, among talk, that anything was done: in few words, and about nothing else. */
export function deniesInPassing(text: string): boolean {
  const isAgain = text.length <= FEW && AGAIN.test(text);
  return saysOfDone(text) === "notDone" && (isAgain || DENIAL.test(text));
}
