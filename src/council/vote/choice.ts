import type { Community } from "../../shared/community.ts";
import { householdIn } from "../words/household.ts";
import type { Choice, Option } from "./vote.ts";

/** A line that may be a vote: the household it names, its estate, and what is left of the words. */
export type BallotWords = { readonly household?: string; readonly estate?: string; readonly rest: string };

const MARK = /^[【\s]*(?:议事|征集|表决)\s*[#＃]?\d{1,6}(?:号)?[】:,\s]*/;
const LEAD =
  /^(?:业主|户主|住户)?(?:我们?家?|咱们?家?|俺们?家?|全家|本户)?(?:都|也|还是|就|坚决|完全|非常|强烈)*(?:重新|重)?(?:改|换)?(?:成|为)?(?:投票?|选择?|要)?(?:给|了)?\s*/;
const TAIL = "(?:一?票|的|了|啊|呀|哦|哈|吧|👍|\\[[^\\]]{1,6}\\]|谢谢|[\\s。.!~])*";
/** Reasons are welcome; a condition is no vote, and a second choice makes it unclear whose or which it is. */
const WHY = "(?:[,。!;\\s]+(?!.*(?:[选投]\\s*[A-Ha-h]|[选投]方案|但|不过|可是|如果|要是|除非|只要|前提|吗|\\?))[^\\n]{1,80})?";
const FOR = "(?:同意|赞成|支持|赞同)";

const YES = new RegExp(`^${FOR}${TAIL}${WHY}$`, "u");
const NO = new RegExp(`^(?:不(?:同意|赞成|支持|赞同)|反对)${TAIL}${WHY}$`, "u");
const ABSTAIN = new RegExp(`^弃权${TAIL}$`, "u");
/** `反对，选C`: what somebody picks says more than what they are against. */
const AGAINST_ALL = /^(?:不?(?:同意|赞成|支持|赞同)|反对)[\s,。;]*(?=(?:我|就)?(?:选|投)\s*[A-H])/iu;
const LETTER = new RegExp(`^${FOR}?(?:方案|选项)?([A-H])(?:方案|选项|(?=[吧的了啊呀哦哈,。!;\\s]|$))${TAIL}${WHY}$`, "iu");

/** Takes a line apart: the affair's mark goes, the household and the estate are read. */
export function ballotWords({ estates }: Pick<Community, "estates">, text: string): BallotWords {
  const words = plain(text).replace(MARK, "");
  const names = estates.flatMap(({ name }) =>
    [name, name.replace(/(?:小区|社区|花园|家园|新村|苑)$/u, "")].map((said) => ({ name, said })),
  );
  const named = names.find(({ said }) => said.length > 1 && words.includes(said));
  const { household, rest } = householdIn(named === undefined ? words : words.replace(named.said, " "));
  return {
    ...(household === undefined ? {} : { household }),
    ...(named === undefined ? {} : { estate: named.name }),
    rest: rest.replace(/^[\s,:]+/, "").trim(),
  };
}

/** The choice that words make among what may be chosen; undefined: they make none, or more than one. */
export function choiceIn(options: readonly Option[], rest: string): Choice | undefined {
  const said = rest.replace(LEAD, "");
  const words = options.length === 0 ? said : said.replace(AGAINST_ALL, "").replace(LEAD, "");
  if (ABSTAIN.test(words)) return "abstain";
  if (options.length === 0) return YES.test(words) ? "yes" : NO.test(words) ? "no" : undefined;
  const letter = LETTER.exec(words)?.[1]?.toUpperCase();
  const bare = words
    .replace(new RegExp(`^${FOR}`, "u"), "")
    .replace(new RegExp(`${TAIL}$`, "u"), "")
    .trim();
  return options.find(({ key, text }) => key === letter || plain(text) === bare)?.key;
}

/** Letters, digits and signs as they are on a keyboard. */
export function plain(text: string): string {
  return text.normalize("NFKC").replace(/，/g, ",").replace(/！/g, "!").replace(/：/g, ":").trim();
}
