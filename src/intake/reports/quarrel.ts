import type { Reading } from "../../tickets/reading.ts";

/** People against people, in words that mean nothing else (a machine is loud, only people quarrel). */
const QUARREL = /吵架|吵起来|吵翻|又吵又|打架|打起来|动手打|对骂|互骂|骂街|闹矛盾|大打出手|家暴|打老婆|打孩子/;
/** Where somebody may be hurt. */
const VIOLENT =
  /打(?:架|起来|人|老婆|孩子|我|他|她)|动(?:起|了)?手|厮打|家暴|(?:拿|持|举|提)着?(?:菜)?刀|要(?:砍|杀|打死|弄死)|见血/;

/** A dispute in which somebody may be hurt is pressing, whatever it is about. */
export function asPressing(reading: Reading, text: string): Reading {
  return reading.kind === "dispute" && VIOLENT.test(text) ? { ...reading, urgency: "danger" } : reading;
}

/** A message that tells of a quarrel and of something else: nobody who reads of the one may read of the other. Undefined: it is not both. */
export function partsOf(text: string): { readonly quarrel: string; readonly rest: string } | undefined {
  const clauses = text.split(/[，,。；;！!\n]+/).filter((clause) => clause.trim() !== "");
  const quarrel = clauses.filter((clause) => QUARREL.test(clause));
  const rest = clauses.filter((clause) => !QUARREL.test(clause));
  return quarrel.length === 0 || rest.join("").length < 4 ? undefined : { quarrel: quarrel.join("，"), rest: rest.join("，") };
}
