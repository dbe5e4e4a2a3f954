import type { Lexicon } from "../lexicon/lexicon.ts";
import { type Meanings, meaningsOf } from "../lexicon/meanings.ts";
import { thingsOf } from "../lexicon/things.ts";
import type { Look } from "../look.ts";
import { type Content, contentOf } from "./content.ts";
import { type Details, detailsOf } from "./details.ts";
import { type Moods, moodsOf } from "./moods.ts";

/** Everything that a text shows of what it is about. */
export type Said = {
  /** Normalised. */
  readonly text: string;
  /** The classifier's shares of the kinds and of the categories, and how much its hidden units fire. */
  readonly kinds: Float64Array;
  readonly topics: Float64Array;
  readonly fires: Float64Array;
  /** Its runs of characters, by rarity. */
  readonly runs: ReadonlySet<number>;
  /** The things that the words name, as they name them. */
  readonly things: ReadonlySet<string>;
  /** What the words say, besides how (`contentOf`). */
  readonly content: Content;
  readonly meanings: Meanings;
  readonly details: Details;
  readonly moods: Moods;
};

/** Makes the reader of what a normalised text, looked at once, is about. It is made ready when first needed: without open matters it never is. */
export function saidReader(lexicon: Lexicon): (text: string, look: Pick<Look, "kinds" | "gist">) => Said {
  let ready: { readonly thingsIn: ReturnType<typeof thingsOf>; readonly meaningsIn: ReturnType<typeof meaningsOf> } | undefined;
  return (text, { kinds, gist }) => {
    ready ??= { thingsIn: thingsOf(lexicon), meaningsIn: meaningsOf(lexicon) };
    const { fires, topics, runs } = gist();
    return {
      text,
      kinds,
      topics,
      fires,
      runs: new Set(runs),
      things: ready.thingsIn(text),
      content: contentOf(text),
      meanings: ready.meaningsIn(text),
      details: detailsOf(text),
      moods: moodsOf(text),
    };
  };
}
