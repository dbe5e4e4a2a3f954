/** A line as people meant it: what they quoted, whether they spoke to the bot, and their own words. */
export type Spoken = {
  /** Their own words, without the quote and without mentions of the bot. */
  readonly text: string;
  /** The text they quoted, when they quoted some. */
  readonly quoted?: string;
  /** The ticket that the quoted text names. */
  readonly quotedNumber?: number;
  /** The bot was spoken to: mentioned by name, not by @all. */
  readonly addressed: boolean;
};

/** WeChat has no field for a quote: it arrives as `「name：content」`, a dashed line, and the reply (CHANNEL). */
const QUOTE = /^「([^：:」\n]{0,80})[：:]([\s\S]*)」\n(?:- ?){5,}-?\n([\s\S]*)$/;

/** After a mention, phones put U+2005 and PCs a space (CHANNEL). */
const AFTER_MENTION = "[\\u2005\\s]*";

/** Everyone is nobody in particular: the channel says that @all mentions the bot, which is not so (CHANNEL). */
const ALL = /@(所有人|all|全体成员)/i;

/**
 * Reads the quote and the mentions out of a raw text.
 * `names` are what the bot is called here (its name, its room alias); `mentionsBot` is what the channel believes.
 */
export function readText(raw: string, names: readonly string[], mentionsBot: boolean): Spoken {
  const quote = QUOTE.exec(raw);
  const said = (quote?.[3] ?? raw).trim();
  const mention = mentionOf(names);
  const named = mention.test(said);
  const unnamed = said.replace(new RegExp(mention, "gi"), " ").trim();
  const text = withoutCall(unnamed, names);
  const quoted = quote?.[2]?.trim();
  const quotedNumber = quoted === undefined ? undefined : numberIn(quoted);
  return {
    text,
    ...(quoted === undefined ? {} : { quoted }),
    ...(quotedNumber === undefined ? {} : { quotedNumber }),
    addressed: named || text !== unnamed || (mentionsBot && !ALL.test(said)),
  };
}

/** `小格啊，灯不亮了`: who calls the bot by its name before they come to it means it, without a mention too; `小格：…` is how its own words are copied. */
function withoutCall(text: string, names: readonly string[]): string {
  const name = names.find((own) => own !== "" && text.startsWith(own));
  const rest = name === undefined ? undefined : CALLED.exec(text.slice(name.length))?.[1];
  return rest === undefined || rest === "" ? text : rest;
}

const CALLED = /^(?:你好|您好|在吗|啊|呀|呢|同志|师傅)*[，,、。！!～~\s]+([\s\S]*)$/u;

const patterns = new Map<string, RegExp>();

function mentionOf(names: readonly string[]): RegExp {
  const key = names.join("|");
  const known = patterns.get(key);
  if (known !== undefined) return known;
  const escaped = names.filter((name) => name !== "").map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const made = new RegExp(`@(?:${escaped.join("|") || "(?!)"})${AFTER_MENTION}`, "i");
  patterns.set(key, made);
  return made;
}

/** The only ticket number in a sentence; undefined when it names none, or several. */
function numberIn(text: string): number | undefined {
  const numbers = new Set([...text.matchAll(/[#＃](\d{1,9})/g)].map((match) => Number(match[1])));
  return numbers.size === 1 ? [...numbers][0] : undefined;
}
