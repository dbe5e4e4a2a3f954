/** Characters that say how, not what. */
const FUNCTION =
  /[的了吗呢吧啊呀哦么啥怎什谁有没是在不也都还就又要能会可去来这那个们我你他她它咱俺家人天年月日点今昨明上下里外中大小多少几一二三四五六七八九十0-9号楼栋单元门,，。！!？?、\s]/gu;

/** A text's characters and pairs of characters, without those that only say how. */
export type Content = { readonly characters: ReadonlySet<string>; readonly pairs: ReadonlySet<string> };

/** The content of a normalised text. */
export function contentOf(text: string): Content {
  const runs = text.split(FUNCTION).filter((run) => run !== "");
  const pairs = runs.flatMap((run) => Array.from({ length: Math.max(0, run.length - 1) }, (_, at) => run.slice(at, at + 2)));
  return { characters: new Set(runs.join("")), pairs: new Set(pairs) };
}
