import type { Matter } from "../../tickets/register.ts";

/** Words that tell no matter from another: times, places that every house has, and how work is spoken of. */
const COMMON =
  /(?:今|昨|明|后|前|当|白|每|几)[天日晚早]|[上中下]午|早上|晚上|半夜|刚才|现在|已经?|还[是没有]|没[有人]|有人|居民|业主|师傅|物业|社区|小区|我们|咱们|他们|你们|一下|楼[道上下里]|门口|单元|旁边|里面|外面|上面|下面|地方|问题|东西|事情|情况|处理|解决|修[好了理]|弄好|办好|坏了|不了|怎么|什么|时候|那个|这个|[不好完到过]了|可以|需要|[东西南北]门/gu;

/** Things of one character that people name so. */
const THINGS = /[灯水电梯门锁井树管网墙窗狗猫车路]/gu;

/** Which house: `5号楼`, `五栋`. */
export const HOUSE = /(\d{1,3}|[一二三四五六七八九十]{1,3})(?:号楼|栋|幢)/gu;

/**
 * The one of several matters that words name by something that stands in no other of them: `垃圾桶那个清走了`, `5号楼的弄好了`.
 * Undefined: they name none, or could mean two.
 */
export function meantByWords(text: string, matters: readonly Matter[]): Matter | undefined {
  const houses = [...text.matchAll(HOUSE)].map(([, number = ""]) => number).filter((number) => /\d/.test(number));
  const here = matters.filter(({ ticket: { place } }) => houses.length === 0 || houses.includes(place.building ?? ""));
  if (here.length === 0) return undefined;
  if (houses.length > 0 && here.length === 1 && matters.length > 1) return here[0];

  const scores = here.map((matter) => {
    const others = here.filter((other) => other !== matter).map(wordsOf);
    const own = wordsOf(matter);
    return namesIn(text).filter((name) => own.includes(name) && !others.some((words) => words.includes(name))).length;
  });
  const named = here.filter((_, index) => (scores[index] ?? 0) > 0);
  return named.length === 1 ? named[0] : undefined;
}

function wordsOf({ ticket, summary }: Matter): string {
  return `${summary} ${ticket.category} ${ticket.place.spot ?? ""}`.replace(HOUSE, " ");
}

/** Pairs of characters that name something, and single ones that are things. */
function namesIn(text: string): readonly string[] {
  const telling = text.replace(HOUSE, " ").replace(COMMON, " ");
  const pairs = [...telling].map((_, at) => telling.slice(at, at + 2)).filter((pair) => /^\p{Script=Han}{2}$/u.test(pair));
  return [...pairs, ...[...telling.matchAll(THINGS)].map(([thing]) => thing)];
}
