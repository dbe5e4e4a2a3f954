import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Community } from "../shared/community.ts";
import type { Report } from "../tickets/reading.ts";
import { Categories } from "./categories.ts";
import { decodeWeights } from "./classifier/weights.ts";
import { Lexicon } from "./lexicon/lexicon.ts";

/** The seeds as triage is given them, and a small community, for tests. */
export const lexicon = Lexicon.parse(parse(readFileSync("seeds/lexicon.yaml", "utf8")));
export const categories = Categories.parse(parse(readFileSync("seeds/categories.yaml", "utf8")));
export const weights = decodeWeights(readFileSync("seeds/classifier.weights"), "seeds/classifier.weights");
export const community: Community = { ...parse(readFileSync("seeds/community.yaml", "utf8")), grids: [] };

export const SUNFLOWER = { topic: "葵花里小区居民群", estate: "葵花里小区" };
export const LOCUST = { topic: "槐荫巷小区居民群", estate: "槐荫巷小区" };

/** A report by 3-2-501 李女士 in the residents' group of 葵花里小区, unless said otherwise. */
export function report(text: string, rest: Partial<Report> = {}): Report {
  return { text, alias: "3-2-501 李女士", room: SUNFLOWER, photos: 0, recent: [], open: [], ...rest };
}
