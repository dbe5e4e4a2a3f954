import { fromRoot } from "../load-house.ts";
import { loadTriageData } from "../load-triage.ts";
import { ConfigError } from "../shared/errors.ts";
import { LABELLED, readMeasured } from "../training/measure.ts";
import { nearPairs } from "../training/near.ts";
import { UTTERANCES } from "../training/train.ts";
import { readUtterances } from "../training/utterances.ts";
import type { XiaogeCommand } from "./command.ts";

/** Texts that share more than this share of their runs of three characters are the same text said twice. */
const ALIKE = 0.8;
/** So many of the utterances may be such. */
const MOST_WITHIN = 0.03;

/**
 * `near [FOLDER]`: how alike our utterances are to one another, to our own labelled messages, and to the texts in a folder of `.jsonl` files.
 * Exit 1 when variety is only apparent, or when something that is measured was learned.
 */
export const nearCommand: XiaogeCommand = {
  run: async ({ arguments: [folder, extra], write }) => {
    if (extra !== undefined) throw new ConfigError(extra, "is one too many; name one folder");
    const ids = loadTriageData().categories.map(({ id }) => id);
    const learned = readUtterances(fromRoot(UTTERANCES), ids).map(({ text }) => text);
    const labelled = readUtterances(fromRoot(LABELLED), ids).map(({ text }) => text);
    const measured = folder === undefined ? [] : readMeasured(folder).map(({ text }) => text);

    const within = nearPairs(learned, learned, ALIKE);
    const share = new Set(within.map(([, right]) => right)).size / learned.length;
    const leaked = nearPairs(learned, [...labelled, ...measured], ALIKE);
    write(
      `${learned.length} utterances, of which ${(100 * share).toFixed(2)} % repeat another (at most ${100 * MOST_WITHIN} %)\n` +
        `nearer than ${ALIKE} to one of ${labelled.length} labelled and ${measured.length} measured texts: ${leaked.length} (wanted: none)\n`,
    );
    for (const [left, right] of [...within.slice(0, 20), ...leaked]) write(`  ${left} ~ ${right}\n`);
    return share > MOST_WITHIN || leaked.length > 0 ? 1 : 0;
  },
};
