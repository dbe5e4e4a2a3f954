import { parseReplies } from "./replies.ts";

/** `12 办结 已修好` → `finish #12 "已修好"`. */
export function told(text: string): string {
  return parseReplies(text)
    .map(({ verb, number, into, kind, text: words, days, mark }) =>
      [
        verb,
        number === undefined ? "" : `#${number}`,
        into === undefined ? "" : `->${into}`,
        days === undefined ? "" : `${days}d`,
        mark === undefined ? "" : `${mark}/5`,
        kind === undefined ? "" : `[${kind}]`,
        words === "" ? "" : `"${words}"`,
      ]
        .filter((part) => part !== "")
        .join(" "),
    )
    .join(" | ");
}
