/** A 接龙 as WeChat posts it: its mark, what it is for, an empty line, and who has joined, numbered. */
const MARK = /^#接龙\n/;
const ENTRY = /^(\d{1,3})[.、．]\s*(.*)$/;

const CALL = /^【会议(\d+)】([^，。\n]{1,30}).*接龙/s;

/** The text with which somebody joins the newest 接龙 among these lines, or begins one: for a meeting announced since, so that it counts. */
export function chainWith(lines, alias) {
  const latest = lines.findLastIndex(({ text, recalled }) => !recalled && MARK.test(text));
  const called = lines.findLastIndex(({ text, isBot }) => isBot && CALL.test(text));
  if (latest <= called) return ["#接龙", titleFrom(lines[called]), "", `1. ${alias}`].join("\n");

  const { text } = lines[latest];
  const entries = text.split("\n").flatMap((row) => ENTRY.exec(row)?.[2]?.trim() ?? []);
  if (entries.some((entry) => entry === alias || entry.startsWith(`${alias} `))) return text;
  return `${text.trimEnd()}\n${entries.length + 1}. ${alias}`;
}

function titleFrom(call) {
  const [, number, name] = CALL.exec(call?.text ?? "") ?? [];
  return number === undefined ? "周六上午一起打扫楼道" : `会议${number} ${name}`;
}
