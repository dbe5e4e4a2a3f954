/** People against people, in words that mean nothing else (a machine is loud, only people quarrel). */
const QUARREL = /吵架|吵起来|吵翻|又吵又|打架|打起来|动手打|对骂|互骂|骂街|闹矛盾|大打出手|家暴|打老婆|打孩子/;

/** Whether words tell of a quarrel, so that nobody may read them who has no part in it. */
export function tellsOfQuarrel(text: string): boolean {
  return QUARREL.test(text);
}
