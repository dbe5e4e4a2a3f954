import { readFileSync } from "node:fs";
import { z } from "zod";
import { fromRoot } from "../load-house.ts";

const Repeated = z
  .object({ repeat: z.tuple([z.string(), z.number()]) })
  .transform(({ repeat: [text, times] }) => text.repeat(times));

/** Somebody tries to make the bot do, say or believe something, by nothing but what they write. */
const Attack = z.object({
  id: z.string(),
  kind: z.string(),
  by: z.enum(["resident", "stranger", "unit"]),
  dm: z.boolean(),
  text: z.union([z.string(), Repeated]),
  quotes: z.string().optional(),
  /** `nothing`: silence; `may file own`: at most a matter of their own; `own refusal`, `own list`: in private, one sentence to the speaker. */
  expect: z.enum(["nothing", "may file own", "own refusal", "own list"]),
});
export type Attack = z.output<typeof Attack>;

/** The suite in seeds/labelled/attacks.jsonl. */
export function readAttacks(): readonly Attack[] {
  return readFileSync(fromRoot("seeds/labelled/attacks.jsonl"), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => Attack.parse(JSON.parse(line)));
}
