import { isStaff } from "../../tickets/permit.ts";
import type { Affair, Meeting } from "../affair.ts";
import type { AffairOrder } from "../chamber.ts";
import { wordsIn } from "../consent/read-words.ts";
import type { Shelf } from "../shelf.ts";
import { personsIn } from "../words/count-people.ts";
import type { Said } from "./said.ts";

/** What a line answers that quotes and names nothing. */
type Found = { readonly affair: Affair; readonly order: Pick<AffairOrder, "verb" | "text"> };

/** `6-1-201不同意，担心挡光` among staff: of the one open project that has the households on its list. */
export async function householdAnswer(
  shelf: Pick<Shelf, "open">,
  { actor, room }: Said,
  words: string,
): Promise<Found | undefined> {
  const isAmongStaff = isStaff(actor) && (room === undefined || room.kind === "staff");
  if (!isAmongStaff || !/\d{3,4}/.test(words)) return undefined;
  const told = wordsIn(words)?.flatMap(({ households }) => households);
  if (told === undefined) return undefined;
  const meant = (await shelf.open()).filter(
    (one) => one.kind === "project" && one.stage === "open" && told.every((household) => one.households.includes(household)),
  );
  const [affair] = meant;
  return affair === undefined || meant.length > 1 ? undefined : { affair, order: { verb: "word", text: words } };
}

const RECOUNTS =
  /^(?:我们?家?|咱们?家?|俺们?家?)?(?:现在|这次|到时候?|还是|可能|应该|改成|改为|改)*(?:就|只|一共|总共|能)*[去来到](?=[0-9一二两三四五六七八九十])[0-9一二两三四五六七八九十]{1,2}个?人?(?:[去来]|参加)?[了吧哦啊。.!！~]*$/u;

/** `我家只去一个人了`: from somebody who has signed up, other numbers. */
export async function recounted(shelf: Pick<Shelf, "open">, said: Said, words: string): Promise<Found | undefined> {
  if (!RECOUNTS.test(words)) return undefined;
  const mine = (await shelf.open()).filter(
    (affair): affair is Meeting =>
      affair.kind === "meeting" &&
      affair.stage === "called" &&
      (said.room === undefined || affair.rooms.includes(said.room.topic)) &&
      affair.signUps.some(({ id }) => id === said.actor.id),
  );
  const [affair] = mine;
  return affair === undefined || mine.length > 1
    ? undefined
    : { affair, order: { verb: "signUp", text: String(personsIn(words.replace(/个(?!人)/u, "个人"), 1)) } };
}
