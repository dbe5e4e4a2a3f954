import type { Community, Room } from "../../shared/community.ts";
import type { Place } from "../../shared/place.ts";
import type { BallotWords } from "./choice.ts";

/** Whose vote it is, or why that cannot be told. */
export type Voter = { readonly household: string } | { readonly doubt: "unknown" | "outside" };

type Parts = { readonly building?: string; readonly unit?: string; readonly room?: string };

/**
 * The household for which somebody speaks: as the words say, completed from the speaker's alias and the group; else as the alias says.
 * The name is the estate with the number in that estate's own form, so that a household has one name. What none of them tells is doubtful.
 */
export function voterOf(
  { estates }: Pick<Community, "estates">,
  asked: readonly string[],
  words: Pick<BallotWords, "household" | "estate">,
  home: Place,
  room: Room | undefined,
): Voter {
  const only = asked.length === 1 ? asked[0] : undefined;
  const estate = estates.find(({ name }) => name === (words.estate ?? room?.estate ?? home.estate ?? only));
  if (estate === undefined) return { doubt: "unknown" };
  if (asked.length > 0 && !asked.includes(estate.name)) return { doubt: "outside" };

  const own: Parts = home.estate === undefined || home.estate === estate.name ? home : {};
  const parts = words.household === undefined ? own : completed(estate.alias, words.household.split("-"), own, room?.building);
  if (parts === undefined) return { doubt: "unknown" };
  const needed = {
    "building-unit-room": [parts.building, parts.unit, parts.room],
    "building-room": [parts.building, parts.room],
    "unit-room": [parts.unit, parts.room],
  }[estate.alias];
  const told = needed.flatMap((part) => part ?? []);
  if (told.length < needed.length) return { doubt: "unknown" };
  if (estate.alias !== "unit-room" && estate.buildings !== undefined && !isAmong(parts.building, estate.buildings))
    return { doubt: "outside" };
  return { household: `${estate.name} ${told.join("-")}` };
}

/** A number as it was said, with what the speaker's own address adds where the two agree. */
function completed(
  form: Community["estates"][number]["alias"],
  said: readonly string[],
  own: Parts,
  block: string | undefined,
): Parts | undefined {
  const [first, second, third] = said;
  if (third !== undefined)
    return form === "building-unit-room" ? { building: first ?? "", unit: second ?? "", room: third } : undefined;
  if (second === undefined) {
    if (own.room === undefined || own.room === first)
      return { ...(block === undefined ? {} : { building: block }), ...own, room: first ?? "" };
    return undefined;
  }
  if (form === "building-room") return { building: first ?? "", room: second };
  if (form === "unit-room") return { unit: first ?? "", room: second };
  return own.building === first && own.room === second ? own : undefined;
}

function isAmong(building: string | undefined, buildings: number): boolean {
  const number = Number(building);
  return Number.isInteger(number) && number >= 1 && number <= buildings;
}
