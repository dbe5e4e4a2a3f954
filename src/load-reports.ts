import type { Config } from "./config.ts";
import type { Memory } from "./intake/reports/readers.ts";
import { fromRoot, type House } from "./load-house.ts";
import { loadTriageData, readSpending } from "./load-triage.ts";
import { createReports, type Reporting, type Reports } from "./schedule/reports/create-reports.ts";
import type { Polisher } from "./schedule/reports/polish.ts";
import type { Instant } from "./shared/instant.ts";
import { SECOND } from "./shared/instant.ts";
import type { Database } from "./store/database/open.ts";
import { createFigures } from "./store/figures.ts";
import { createPictures } from "./store/pictures.ts";

/** Announcements and reports, painted when they are due, so that the start need not wait for the libraries. */
export function houseReports({
  config,
  house,
  database,
  polish,
  council,
}: Pick<PolishNeeds, "config" | "house"> & {
  readonly database: Database;
  readonly polish?: Polisher;
  readonly council?: Reporting["council"];
}): Reports {
  return createReports({
    ...house,
    figures: createFigures(database),
    picture: painter(config),
    ...(polish === undefined ? {} : { polish }),
    ...(council === undefined ? {} : { council }),
  });
}

/** Paints a picture and keeps it under the data folder. */
export function painter({ DATA_DIR }: Pick<Config, "DATA_DIR">): Reporting["picture"] {
  const pictures = createPictures(DATA_DIR);
  return async (poster) => {
    const { paintPoster } = await import("./ledger/paint.ts");
    return pictures.keep(await paintPoster(poster));
  };
}

export type PolishNeeds = {
  readonly config: Config;
  readonly house: House;
  /** Where the model's costs are kept. */
  readonly memory: Memory;
  readonly clock: () => Instant;
  /** Told why the model could not be used. */
  readonly failed: (why: string) => void;
};

/** What smooths a text; undefined without a key and a model: the template is what people read then. */
export async function loadPolisher({ config, house, memory, clock, failed }: PolishNeeds): Promise<Polisher | undefined> {
  const { OPENAI_API_KEY: key, OPENAI_BASE_URL: baseURL, OPENAI_MODEL: model } = config;
  if ((key === undefined && baseURL === undefined) || model === undefined) return undefined;

  const [{ createPolisher }, { loadPrompt }] = await Promise.all([
    import("./triage/asking/polisher.ts"),
    import("./triage/asking/prompt.ts"),
  ]);
  const { community } = house.desk;
  return createPolisher({
    settings: {
      baseURL: baseURL ?? "https://api.openai.com/v1",
      apiKey: key ?? "none",
      model,
      timeout: config.OPENAI_TIMEOUT_SECONDS * SECOND,
      attempts: 2,
    },
    prompt: loadPrompt(fromRoot("prompts/polish.md")),
    names: namesOf(house),
    spending: readSpending(config, community, memory, clock),
    onFailure: ({ message }) => failed(message),
  });
}

/** Everything that a text may name, and that must not be made up. */
function namesOf({ desk, calendar }: House): readonly string[] {
  const { people, units, estates, rooms } = desk.community;
  return [
    ...people.flatMap(({ name, alias }) => [alias, name]),
    ...[...units, ...estates].map(({ name }) => name),
    ...rooms.map(({ topic }) => topic),
    ...calendar.activities.map(({ title }) => title),
    ...loadTriageData().categories.map(({ id }) => id),
  ];
}
