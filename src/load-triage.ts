import { readYaml } from "./flows/read-yaml.ts";
import { fromRoot } from "./load-house.ts";
import type { Community } from "./shared/community.ts";
import type { Triage } from "./tickets/reading.ts";
import { Categories } from "./triage/categories.ts";
import { Lexicon } from "./triage/lexicon.ts";
import { createOffline } from "./triage/offline.ts";

/** The words and the categories that triage reads by, checked. Throws ConfigError with file and line. */
export function loadTriageData(): { readonly lexicon: Lexicon; readonly categories: Categories } {
  return {
    lexicon: readYaml(fromRoot("seeds/lexicon.yaml"), Lexicon).value,
    categories: readYaml(fromRoot("seeds/categories.yaml"), Categories).value,
  };
}

/** The classifier that needs no key and no network. */
export function loadOffline(community: Community): Triage {
  return createOffline({ ...loadTriageData(), community });
}
