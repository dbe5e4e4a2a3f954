/** A 接龙 as WeChat posts it: its mark, what it is for, an empty line, and who has joined, numbered. */
const MARK = /^#接龙\n/;
const ENTRY = /^(\d{1,3})[.、．]\s*(.*)$/;

/** The text with which somebody joins the newest 接龙 among these lines, or begins one: for the meeting that was announced there, so that it counts. */
export function chainWith(lines, alias) {
  const latest = lines.findLast(({ text, recalled }) => !recalled && MARK.test(text))?.text;
  if (latest === undefined) return ["#接龙", titleFrom(lines), "", `1. ${alias}`].join("\n");

  const entries = latest.split("\n").flatMap((row) => ENTRY.exec(row)?.[2]?.trim() ?? []);
  if (entries.some((entry) => entry === alias || entry.startsWith(`${alias} `))) return latest;
  return `${latest.trimEnd()}\n${entries.length + 1}. ${alias}`;
}

function titleFrom(lines) {
  const call = lines.findLast(({ text, isBot }) => isBot && /^【会议\d+】.*(?:接龙)/s.test(text))?.text;
  const [, number, name] = /^【会议(\d+)】([^，。\n]{1,30})/.exec(call ?? "") ?? [];
  return number === undefined ? "周六上午一起打扫楼道" : `会议${number} ${name}`;
}
