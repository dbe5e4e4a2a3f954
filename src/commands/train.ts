import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fromRoot, loadHouse, ROOT } from "../load-house.ts";
import { loadTriageData, WEIGHTS_FILE } from "../load-triage.ts";
import { ConfigError } from "../shared/errors.ts";
import { train, UTTERANCES } from "../training/train.ts";
import { encodeWeights } from "../triage/classifier/weights.ts";
import type { XiaogeCommand } from "./command.ts";

/** `train`: learns the classifier's weights anew from seeds/utterances. The same utterances give the same bytes. */
export const trainCommand: XiaogeCommand = {
  run: async ({ arguments: [extra], config, write }) => {
    if (extra !== undefined) throw new ConfigError(extra, "is not known to train; it takes no arguments");
    const started = performance.now();
    const { community } = loadHouse({ community: config.COMMUNITY_FILE, calendar: config.CALENDAR_FILE }).desk;
    const bytes = encodeWeights(train({ folder: fromRoot(UTTERANCES), ...loadTriageData(), community }));
    writeFileSync(join(ROOT, WEIGHTS_FILE), bytes);
    write(`${WEIGHTS_FILE}: ${bytes.length} bytes, learned in ${((performance.now() - started) / 1_000).toFixed(1)} s\n`);
    return 0;
  },
};
