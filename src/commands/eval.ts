import { existsSync } from "node:fs";
import { join } from "node:path";
import { fromRoot, loadHouse, ROOT } from "../load-house.ts";
import { loadOffline, loadTriageData, loadWeights } from "../load-triage.ts";
import { ConfigError } from "../shared/errors.ts";
import { categoriesRight, judged, LABELLED, placesExact, readMeasured, sameMatterF1 } from "../training/measure.ts";
import { type Score, score } from "../training/score.ts";
import { readUtterances } from "../training/utterances.ts";
import type { XiaogeCommand } from "./command.ts";

/** Where the shared labelled messages are, when they are there. */
const SHARED = "../shared/eval";

/** `eval [FOLDER]`: how well the offline path reads our own labelled lists, and the labelled messages of a folder (`.jsonl`; by default the shared ones where they are). */
export const evalCommand: XiaogeCommand = {
  run: async ({ arguments: [folder, extra], config, write }) => {
    if (extra !== undefined) throw new ConfigError(extra, "is one too many; name one folder");
    const { community } = loadHouse({ community: config.COMMUNITY_FILE, calendar: config.CALENDAR_FILE }).desk;
    const data = loadTriageData();
    const weights = loadWeights();
    const triage = loadOffline(community);
    const labelled = readUtterances(
      fromRoot(LABELLED),
      data.categories.map(({ id }) => id),
    );
    for (const list of ["messages", "everyday"]) {
      const rows = labelled.filter(({ at }) => at.includes(`${list}.txt`));
      write(
        tableOf(
          `${LABELLED}/${list}.txt`,
          score(
            await judged(
              triage,
              rows.map(({ text, kinds, group = "people" }) => ({ text, gold: kinds, group })),
            ),
          ),
        ),
      );
      const topics = rows.filter(({ category }) => category !== undefined);
      write(`  category right ${percent(await categoriesRight(triage, topics))} of ${topics.length}\n`);
    }
    write(`places exact ${percent(placesExact(community, fromRoot(join(LABELLED, "places.jsonl"))))}\n`);
    const reader = { ...data, community, weights };
    write(`same matter, F1 ${sameMatterF1(fromRoot(join(LABELLED, "pairs.jsonl")), reader, weights.join).toFixed(3)}\n`);

    const shared = join(ROOT, SHARED);
    const elsewhere = folder ?? (existsSync(shared) ? shared : undefined);
    if (elsewhere === undefined) write(`${SHARED} is not here: not measured\n`);
    else write(tableOf(elsewhere, score(await judged(triage, readMeasured(elsewhere)))));
    return 0;
  },
};

function tableOf(name: string, { found, filed, answered, hazards, hazardsLost, sure, macroF1, unsettled }: Score): string {
  return [
    name,
    `  actionable found ${percent(found)}   hazards found ${percent(hazards)}, surely lost ${hazardsLost}`,
    `  wrongly filed    chat ${percent(filed.chat)}   hard ${percent(filed.hard)}   people ${percent(filed.people)}`,
    `  wrongly answered chat ${percent(answered.chat)}   hard ${percent(answered.hard)}`,
    `  sure of ${percent(sure.share)} of people's words, and then right ${percent(sure.right)}; kinds, macro-F1 ${macroF1.toFixed(3)}`,
    `  left to a model: ${percent(unsettled.chat)} of chat, ${percent(unsettled.people)} of people's words`,
    "",
  ].join("\n");
}

function percent(share: number | undefined): string {
  return share === undefined ? "—" : `${(100 * share).toFixed(1)} %`;
}
