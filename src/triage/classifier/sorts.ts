import { KINDS } from "../../tickets/reading.ts";

/**
 * What a judge tells apart: the kinds, where `none` is only what people say of their community that is no matter (thanks, notices, answers),
 * and two more sorts of `none` that have words of their own: talk between friends, and what the world says (reviews, headlines, orders to machines).
 */
export const SORTS = [...KINDS, "chat", "hard"] as const;
export type Sort = (typeof SORTS)[number];

/** So many times likelier than among our utterances is each sort of `none` in what a group says all day. */
export type Commoner = { readonly people: number; readonly chat: number; readonly hard: number };

const WIDTH = KINDS.length;
const NONE = WIDTH - 1;

/** Shares of the kinds from shares of the sorts: all sorts of `none` are one, each as much likelier as it is commoner. */
export function kindsFrom(sorts: Float64Array, { people, chat, hard }: Commoner): Float64Array {
  const kinds = sorts.slice(0, WIDTH);
  kinds[NONE] = people * (sorts[NONE] ?? 0) + chat * (sorts[WIDTH] ?? 0) + hard * (sorts[WIDTH + 1] ?? 0);
  const sum = kinds.reduce((all, share) => all + share, 0);
  for (let kind = 0; kind < WIDTH; kind++) kinds[kind] = (kinds[kind] ?? 0) / sum;
  return kinds;
}
