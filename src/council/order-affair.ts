import type { Instant } from "../shared/instant.ts";
import type { Reading } from "../tickets/reading.ts";
import type { Sentence } from "../tickets/saying/sentence.ts";
import type { Fill } from "../tickets/saying/wording.ts";
import type { Actor } from "../tickets/ticket.ts";
import type { Affair, AffairKind } from "./affair.ts";
import type { AffairOrder, Refused } from "./chamber.ts";
import { progressShown } from "./consent/picture.ts";
import { decideAffair } from "./decide.ts";
import { fulfil } from "./fulfil.ts";
import { nameOf, readOrder } from "./hearing/read-order.ts";
import type { Council } from "./hearing/said.ts";
import { keepDecided } from "./keep.ts";
import { decidedBy, readResolution } from "./meeting/commission.ts";
import { mayOrder } from "./permit.ts";
import type { CouncilTransaction } from "./shelf.ts";

/** What no transaction may wait for: the words of a resolution as they were sorted, a picture that was painted. */
export type Prepared = { readonly reading?: Reading; readonly picture?: string };

/** An order that was carried out, with what answers whoever gave it; or why it was not. `unknown`: there is no such affair. */
export type Carried = { readonly answers: readonly Sentence[] } | Refused | "unknown" | "notYours";

/** Looks at what an order needs besides the affair. */
export async function prepare(
  on: Council,
  about: Affair,
  order: Pick<AffairOrder, "verb" | "text">,
  now: Instant,
): Promise<Prepared> {
  const resolution = decidedBy(about, order);
  const isShown = about.kind === "project" && order.verb === "show";
  return {
    ...(resolution === undefined ? {} : { reading: await readResolution(on, resolution, now) }),
    ...(isShown ? { picture: await on.paint(progressShown(on.wordings, about)) } : {}),
  };
}

/**
 * One order about one affair, within a transaction: the role is checked, it is decided, done and kept.
 * `answers` tells whether whoever ordered it is answered in chat, or reads the answer where they are.
 */
export async function orderWithin(
  on: Council,
  transaction: CouncilTransaction,
  { kind, number }: Pick<Affair, "kind" | "number">,
  order: AffairOrder,
  { reading, picture }: Prepared,
  answers: "said" | "read",
  now: Instant,
): Promise<Carried> {
  const affair = await transaction.affair(kind, number);
  if (affair === undefined) return "unknown";
  if (!mayOrder(order.by, order.verb, affair)) return "notYours";
  const decided = await decideAffair(on, transaction, affair, order, now);
  if ("refused" in decided) return decided;

  const done = await fulfil(on, transaction, decided, reading, order, now);
  const isAnswer = ({ key }: Sentence): boolean => key.startsWith(`council:${order.row}:`);
  const say = answers === "said" ? withPicture(done.say, picture) : done.say.filter((one) => !isAnswer(one));
  await keepDecided(transaction, { ...done, say }, now);
  return { answers: done.say.filter(isAnswer) };
}

/** An order that did not come by chat. `once` is the form it came by: the same form is carried out once. */
export type GivenOrder = {
  readonly by: Actor;
  readonly kind: AffairKind;
  readonly number: number;
  readonly verb: string;
  readonly text: string;
  readonly once: string;
};

/** What became of a form: carried out, refused with words for why, or carried out before. */
export type Ordered = Exclude<Carried, Refused> | { readonly refused: string; readonly fill: Fill } | "again";

/** Carries out an order that was given by another road than chat; roles are checked as they are there. */
export async function orderAffair(
  on: Council,
  { by, kind, number, verb, text, once }: GivenOrder,
  now: Instant,
): Promise<Ordered> {
  const about = await on.shelf.affair(kind, number);
  if (about === undefined) return "unknown";
  const prepared = await prepare(on, about, { verb, text }, now);
  return on.shelf.transact(async (transaction) => {
    const row = await transaction.orderLine(once, now);
    if (row === undefined) return "again";
    const order: AffairOrder = { verb, text, by, to: { person: by }, row };
    const carried = await orderWithin(on, transaction, { kind, number }, order, prepared, "read", now);
    return typeof carried === "object" && "refused" in carried
      ? { refused: carried.refused, fill: { number, ...carried.fill } }
      : carried;
  });
}

/** As `orderAffair`, with the words that would be said in chat: `实到 12`. Words that mean another order than `verb` are not understood. */
export async function orderInWords(
  on: Council,
  { words, ...given }: Omit<GivenOrder, "text"> & { readonly words: string },
  now: Instant,
): Promise<Ordered> {
  const { kind, number, verb } = given;
  const read = readOrder(`${nameOf(kind)}${number} ${words}`, undefined);
  if (read?.verb !== verb || read.kind !== kind || read.number !== number)
    return { refused: kind === "project" ? "project.how" : "council.unknown", fill: { number } };
  return orderAffair(on, { ...given, text: read.text }, now);
}

/** The picture is shown when the words before it have been said. */
function withPicture(say: readonly Sentence[], path: string | undefined): readonly Sentence[] {
  const [first] = say;
  if (first === undefined || path === undefined) return say;
  const name = path.split("/").at(-1) ?? path;
  return [
    ...say,
    { ...first, key: `${first.key}:picture`, wording: "report.picture", fill: { name }, picture: path, follows: first.key },
  ];
}
