/** How a question after a matter begins: who is on it, when they come, what has become of it. */
const ASKS =
  /谁[在来去会能给]*(?:管|修|弄|办|处理|负责|跟进)|(?:什么时候|啥时候|什么时间|几时|何时|几点|哪天|多久|多会儿?|多长时间)[^，。,？?]{0,6}(?:来|修|好|弄|办|处理|解决|装|换|送|收|清|回复|结果|到|完)|(?:怎么|咋|怎)样了|到哪一?步|到哪了|(?:有|没)(?:什么|啥)?(?:进展|结果|消息|回音|回复|下文)|(?:什么|啥)(?:进展|结果|情况了?)|进度|着落|管不管|来了(?:没有|没|吗|么)|能(?:修|弄|办|好)[好完]?[吗么嘛]|[办弄修]得?怎么样|(?:修|处理|弄|办|解决|安排)(?:好|完)?了?(?:吗|没有|没|么|嘛)|有(?:没有)?人(?:来|去|在)?(?:管|修|弄|办|处理|看)(?:了)?(?:吗|没有|没|么|嘛)/u;
/** Who waits and says so: their staff read it too. */
const URGES =
  /怎么(?:还|一直)(?:没|不)|还(?:没|不)(?:有)?(?:人)?(?:来|修|管|弄|办|处理|好|解决|动静|消息|回(?:我|复|话))|催一?[催下]|(?:没|不)见?(?:有)?(?:人|师傅)?来(?:过|啊|呀|呢|了)*[。！!]?$|(?:等|催)了(?:半天|好久|几|两|三|一)/u;
/** Words that name nothing. */
const FILLERS =
  /(?:我|我们|俺)?(?:[上那这]次|昨[天晚]|前天|今早|早上|上午|刚才|之前)?(?:报修|报|说|反映|提)(?:过)?的|我们?家?|俺家?|咱们?家?|[今昨][天早晚]|请问|问一?下|想问|麻烦|师傅|你们|您|[那这]个?|事儿?|事情|问题|东西|到底|究竟|现在|时候|什么|有没有|没有|怎么|还|就|都|人|在|会|能|给|来|去|[好的了呢呀啊吗嘛哦哈么吧得]|[\s，,。.？?！!～~、…]/gu;
const LONGEST = 30;

/** Whether words only ask how a matter stands, or urge. */
export function asksAfter(text: string): boolean {
  return text.length <= LONGEST && (ASKS.test(text) || URGES.test(text));
}

export function urges(text: string): boolean {
  return URGES.test(text);
}

/** What is left of a question when everything that only asks is taken away. */
export function thingIn(said: string): string {
  const rest = said.replace(new RegExp(ASKS, "gu"), "").replace(new RegExp(URGES, "gu"), "").replace(FILLERS, "");
  return rest.length < 2 ? "" : rest;
}

/** Two characters in a row that are not of a house's number. */
export function sharesWord(one: string, other: string): boolean {
  const words = one.replace(/[\d一二三四五六七八九十]+(?:号楼|栋|幢|单元|号|楼|层)?/gu, " ");
  return [...words].some((_, at) => {
    const pair = words.slice(at, at + 2);
    return /^\p{Script=Han}{2}$/u.test(pair) && other.includes(pair);
  });
}
