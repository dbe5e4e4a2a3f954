import type { Reply } from "../reply.ts";

/**
 * One way to give one reply. `words` are alternatives; each begins with the character that it is found by.
 * `whole`: nothing but a number, thanks and the like may stand behind it. `plain: false`: everyday words.
 * `glued`: what may stand behind it without a gap; anything else makes it talk. `needs`: only so, else talk.
 */
export type Rule = {
  readonly verb: Reply["verb"];
  readonly words: string;
  readonly plain?: false;
  readonly mark?: number;
  readonly whole?: true;
  readonly glued?: string;
  readonly needs?: "number" | "numberOrNothing" | "kind" | "days" | "text";
};
