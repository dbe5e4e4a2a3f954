/** How much of a report is read; whoever writes more has said what the matter is by then. */
export const READ_AT_MOST = 2_000;

/** Zero-width characters, soft hyphens, direction marks, tag characters, variation selectors and control characters: invisible, so never meant for a reader. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]|(?![\n\t])\p{Cc}/gu;

/** The text as a person sees it: at most `READ_AT_MOST` characters, nothing invisible, blanks folded. Line breaks stay. */
export function visible(text: string): string {
  const head = text.length > 2 * READ_AT_MOST ? text.slice(0, 2 * READ_AT_MOST) : text;
  return head
    .replace(INVISIBLE, "")
    .replace(/[^\S\n]+/g, " ")
    .trim()
    .slice(0, READ_AT_MOST)
    .toWellFormed();
}

/** What most people write: Chinese without a blank, where only marks are full-width. */
const PLAIN = /^[\u4e00-\u9fff0-9a-z，。！？、]{1,200}$/;

/** The text as triage reads it: visible, full-width letters and digits made plain (NFKC), lower case. */
export function normalise(text: string): string {
  if (PLAIN.test(text)) return text.normalize("NFKC");
  return closed(visible(visible(text).normalize("NFKC").toLowerCase()));
}

const SPACED_OUT = /^\S{1,4}(?: \S){2,}(?: \S{1,3})*$/u;

/** `5号楼停 水 了` is one word after another, not one thought after another. */
function closed(text: string): string {
  return SPACED_OUT.test(text) || /(?:(?<= |^)\p{Script=Han} ){2,}/u.test(text)
    ? text.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, "")
    : text;
}
