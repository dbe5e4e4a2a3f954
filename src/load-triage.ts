import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "./config.ts";
import { readYaml } from "./flows/read-yaml.ts";
import type { Memory } from "./intake/reports/readers.ts";
import { fromRoot, ROOT } from "./load-house.ts";
import type { Community } from "./shared/community.ts";
import { ConfigError } from "./shared/errors.ts";
import { DAY, type Instant, SECOND } from "./shared/instant.ts";
import { zoneOf } from "./shared/zone.ts";
import type { Triage } from "./tickets/reading.ts";
import { createSpending, type Spending } from "./triage/asking/spending.ts";
import { Categories } from "./triage/categories.ts";
import { decodeWeights, type Weights } from "./triage/classifier/weights.ts";
import { Lexicon } from "./triage/lexicon/lexicon.ts";
import { createOffline } from "./triage/offline.ts";

/** What `npm run train` learned, from the project's root. */
export const WEIGHTS_FILE = "seeds/classifier.weights";

/** The words and the categories that triage reads by, checked. Throws ConfigError with file and line. */
export function loadTriageData(): { readonly lexicon: Lexicon; readonly categories: Categories } {
  return {
    lexicon: readYaml(fromRoot("seeds/lexicon.yaml"), Lexicon).value,
    categories: readYaml(fromRoot("seeds/categories.yaml"), Categories).value,
  };
}

/** The classifier that needs no key and no network. */
export function loadOffline(community: Community): Triage {
  return createOffline({ ...loadTriageData(), weights: loadWeights(), community });
}

/** What the model has cost, by the community's own days. */
export function readSpending(
  { OPENAI_DAILY_TOKENS: daily }: Pick<Config, "OPENAI_DAILY_TOKENS">,
  { timezone }: Community,
  memory: Memory,
  clock: () => Instant,
): Spending {
  return createSpending(memory, () => zoneOf(timezone).day(clock()), daily);
}

/** The learned weights. Throws ConfigError when the file is missing or of another version. */
export function loadWeights(): Weights {
  const file = join(ROOT, WEIGHTS_FILE);
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    throw new ConfigError(file, 'cannot be read; make it with "npm run train"', { cause });
  }
  return decodeWeights(bytes, file);
}

export type TriageNeeds = {
  readonly config: Config;
  readonly community: Community;
  /** Keeps the model's answers, and what was spent on them. */
  readonly memory: Memory;
  readonly clock: () => Instant;
  /** Told why the model could not be used. */
  readonly failed: (why: string) => void;
};

/** Messages that come within this time may share a letter to the model; residents wait longer for a sentence anyway. */
const GATHERING = { most: 6, wait: 400 };

/** The offline classifier, and behind it the model where one is configured. The model's libraries are loaded only then. */
export async function loadTriage({ config, community, memory, clock, failed }: TriageNeeds): Promise<Triage> {
  const offline = loadOffline(community);
  const { OPENAI_API_KEY: key, OPENAI_BASE_URL: baseURL, OPENAI_MODEL: model } = config;
  if (key === undefined && baseURL === undefined) return offline;
  if (model === undefined)
    throw new ConfigError(
      "OPENAI_MODEL",
      "is empty while OPENAI_API_KEY or OPENAI_BASE_URL is set; name the model, such as deepseek-chat",
    );

  const [{ createModel }, { createTriage }, { loadPrompt }] = await Promise.all([
    import("./triage/asking/ask-model.ts"),
    import("./triage/triage.ts"),
    import("./triage/asking/prompt.ts"),
  ]);
  return createTriage({
    offline,
    model: createModel({
      settings: {
        baseURL: baseURL ?? "https://api.openai.com/v1",
        apiKey: key ?? "none",
        model,
        timeout: config.OPENAI_TIMEOUT_SECONDS * SECOND,
        attempts: 3,
        threshold: 0.75,
        atOnce: config.OPENAI_AT_ONCE,
        gathering: GATHERING,
      },
      prompt: loadPrompt(fromRoot("prompts/triage.md")),
      categories: loadTriageData().categories,
      community,
      cache: { get: (id) => memory.get(`answer:${id}`), set: (id, value) => memory.set(`answer:${id}`, value, 30 * DAY) },
      spending: readSpending(config, community, memory, clock),
      onFailure: ({ message }) => failed(message),
    }),
  });
}
