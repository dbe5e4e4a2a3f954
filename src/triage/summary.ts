import { visible } from "./normalise.ts";

const LONGEST = 30;
const SHORT = 14;

/** What a sentence opens with before it comes to the matter. */
const OPENING =
  /^(?:@\S+\s+|[\s,，.。!！~～、:：;；?？]+|(?:大家|各位(?:邻居|领导|业主)?|领导|社区|物业|网格员|同志|书记|老师|你们?|您|群里的?)?(?:好|早上好|上午好|中午好|下午好|晚上好)(?=[\s,，.。!！~～:：啊呀吗])|早上好|上午好|中午好|下午好|晚上好|请问(?:一下)?|问一下|麻烦(?:问一下|大家)|打扰(?:一下|了|大家了)?|不好意思|抱歉|在吗|有人吗|喂|哎|唉|那个|就是|我(?:想)?(?:反映|说|问)(?:一下|个问题|一个问题|个事))/u;

/** Names the speaker gives themselves. */
const INTRODUCTION = /(?:我是|我叫)[^,，.。!！?？\s]{2,12}(?:业主|住户|居民|的)?[,，.。!！\s]+/u;

const CLAUSE_END = /[。!！?？;；\n]/u;

/**
 * The matter in the resident's own words, at most thirty characters. `weigh` tells how much of the matter some words hold: the first sentence that
 * holds most is taken. `redact` masks whatever belongs to a person.
 */
export function summarise(text: string, redact: (text: string) => string, weigh: (words: string) => number): string {
  const sentences = redact(visible(text))
    .split(CLAUSE_END)
    .map(trimmed)
    .filter((sentence) => sentence !== "");
  // 2号楼着火了！冒黑烟: of so few words none is left out.
  const whole = sentences.join("，");
  return whole.length <= SHORT && !text.includes("\n") ? whole : shortened(heaviest(sentences, weigh), weigh);
}

function heaviest(all: readonly string[], weigh: (words: string) => number): string {
  const [first = "", ...rest] = all;
  if (rest.length === 0) return first;

  let chosen = { words: first, weight: weigh(first) };
  for (const words of rest) {
    const weight = weigh(words);
    if (weight > chosen.weight) chosen = { words, weight };
  }
  return chosen.words;
}

function trimmed(sentence: string): string {
  let rest = sentence.trim().replace(INTRODUCTION, "");
  for (let next = rest.replace(OPENING, ""); next !== rest; next = rest.replace(OPENING, "")) rest = next.trim();
  return rest.replace(/[\s,，、~～.…:：]+$/u, "");
}

/** Drops whole clauses around the matter before it cuts. */
function shortened(sentence: string, weigh: (words: string) => number): string {
  if (sentence.length <= LONGEST) return sentence;

  const clauses = sentence.split(/[,，、\s]+/u);
  let summary = heaviest(clauses, weigh);
  for (const clause of clauses.slice(clauses.indexOf(summary) + 1)) {
    if (summary.length + 1 + clause.length > LONGEST) break;
    summary = `${summary}，${clause}`;
  }
  return cut(summary);
}

/** Cuts to the length without splitting a mask or a character in two. */
export function cut(text: string): string {
  if (text.length <= LONGEST) return text;
  const head = text
    .slice(0, LONGEST - 1)
    .toWellFormed()
    .replaceAll("\ufffd", "");
  return `${head.replace(/〔[^〕]*$/u, "")}…`;
}
