/** `不对，是5号楼`, `打错了，应该是后天`: what was said just before is not so. `不对劲` and `不是说今天修吗` correct nothing. */
const CORRECTS =
  /^(?:(?:不对|不是|我?(?:说|打|写|发|搞|看|记)错了?|更正|纠正)(?:了|啊|呀|哈|一下|下)*)+(?:[，,。！!：:、\s]+|(?=应?该?是))(?:应该)?是?/u;

/** A house, a door or a floor and nothing more. */
const SPOT = /^(?:\d{1,4}|[一二三四五六七八九十]{1,3})(?<kind>号楼|栋|幢|单元|楼|层|号|室)[。！!]?$/u;

/** Whether words put right what their writer said just before. */
export function isCorrection(text: string): boolean {
  return CORRECTS.test(text) && text.replace(CORRECTS, "").length >= 2;
}

/** Lines as their writer meant them in the end: what was put right is left out, or has the right house in its place. */
export function corrected(lines: readonly string[]): readonly string[] {
  const said: string[] = [];
  for (const line of lines) {
    const last = isCorrection(line) ? said.pop() : undefined;
    said.push(last === undefined ? line : putRight(last, line.replace(CORRECTS, "")));
  }
  return said;
}

/** The parts of an address that people name wrongly. */
const PART = /(?:\d{1,4}|[一二三四五六七八九十]{1,3})(?<kind>号楼|栋|幢|单元|层|号|室)/gu;

/** What a matter is in few words, with the house that its reporter put right; undefined where the words name none, or the matter none of its kind. */
export function summaryPutRight(summary: string, correction: string): string | undefined {
  let right = summary;
  for (const { 0: part, groups } of correction.replace(CORRECTS, "").matchAll(PART))
    right = right.replace(new RegExp(`(?:\\d{1,4}|[一二三四五六七八九十]{1,3})${groups?.["kind"]}`, "u"), part);
  return right === summary ? undefined : right;
}

function putRight(wrong: string, right: string): string {
  const kind = SPOT.exec(right)?.groups?.["kind"];
  if (kind === undefined) return right;
  return wrong.replace(new RegExp(`(?:\\d{1,4}|[一二三四五六七八九十]{1,3})${kind}`, "u"), right.replace(/[。！!]$/u, ""));
}
