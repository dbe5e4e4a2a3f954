/** What a sentence is for; the outbox treats answers otherwise than announcements. */
export const PURPOSES = ["acknowledge", "notify", "ask", "remind", "answer", "announce"] as const;
export type Purpose = (typeof PURPOSES)[number];

/** One sentence of `flows/wording.yaml`, with its gaps. */
export type Wording = {
  /** `unit`: knows the matter and the place, not who raised it; `pool`: neither name nor place. */
  readonly for: "resident" | "staff" | "unit" | "pool";
  readonly purpose: Purpose;
  readonly text: string;
  /** Said instead when the promised time has passed before it could be said. */
  readonly late?: string;
  /** How several of a kind for one room become one sentence. */
  readonly item?: string;
  readonly several?: string;
};

export type Wordings = ReadonlyMap<string, Wording>;

/** Values for the gaps; a missing one reads as nothing. */
export type Fill = { readonly [gap: string]: string | number | undefined };

/** Fills `{gaps}`. Values are put in as they are and never read for gaps again. */
export function fill(text: string, values: Fill): string {
  return text.replace(/\{(\w+)\}/g, (_, gap: string) => String(values[gap] ?? ""));
}
