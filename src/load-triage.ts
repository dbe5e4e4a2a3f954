import type { Config } from "./config.ts";
import { readYaml } from "./flows/read-yaml.ts";
import type { Memory } from "./intake/read-report.ts";
import { fromRoot } from "./load-house.ts";
import type { Community } from "./shared/community.ts";
import { ConfigError } from "./shared/errors.ts";
import { DAY, SECOND } from "./shared/instant.ts";
import type { Triage } from "./tickets/reading.ts";
import { Categories } from "./triage/categories.ts";
import { Lexicon } from "./triage/lexicon/lexicon.ts";
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

/** The offline classifier, and behind it the model where one is configured. The model's libraries are loaded only then. */
export async function loadTriage(
  config: Config,
  community: Community,
  memory: Memory,
  failed: (why: string) => void,
): Promise<Triage> {
  const offline = loadOffline(community);
  const { OPENAI_API_KEY: key, OPENAI_BASE_URL: baseURL, OPENAI_MODEL: model } = config;
  if (key === undefined && baseURL === undefined) return offline;
  if (model === undefined)
    throw new ConfigError(
      "OPENAI_MODEL",
      "is empty while OPENAI_API_KEY or OPENAI_BASE_URL is set; name the model, such as deepseek-chat",
    );

  const [{ createModel }, { createTriage }, { loadPrompt }] = await Promise.all([
    import("./triage/model.ts"),
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
      },
      prompt: loadPrompt(fromRoot("prompts/triage.md")),
      categories: loadTriageData().categories,
      community,
      cache: { get: (id) => memory.get(`answer:${id}`), set: (id, value) => memory.set(`answer:${id}`, value, 30 * DAY) },
      onFailure: ({ message }) => failed(message),
    }),
  });
}
