/** People against people, in words that mean nothing else (a machine is loud, only people quarrel). */
const QUARREL = /吵架|吵起来|吵翻|又吵又|打架|打起来|动手打|对骂|互骂|骂街|闹矛盾|大打出手|家暴|打老婆|打孩子/;

/** Other people, or what was said between them. */
const PEOPLE = /[他她]|对方|对面|两家|双方|[那谁人]家|调解|上门|答应|同意|赔|道歉|谈[了过成不]|说好|没?拖|[闹骂吵砸]/;

/** Whether words may be about the people of a quarrel, with nobody named: what follows one is told like this. */
export function speaksOfPeople(text: string): boolean {
  return PEOPLE.test(text) || QUARREL.test(text);
}

/** Whether words tell of a quarrel, so that nobody may read them who has no part in it. */
export function tellsOfQuarrel(text: string): boolean {
  return QUARREL.test(text);
}
