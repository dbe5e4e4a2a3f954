import { performance } from "node:perf_hooks";
import { fromRoot, loadHouse } from "../load-house.ts";
import { loadTriageData } from "../load-triage.ts";
import { ConfigError } from "../shared/errors.ts";
import { foldsOf } from "../training/folds.ts";
import { UTTERANCES } from "../training/train.ts";
import type { XiaogeCommand } from "./command.ts";

/** `folds`: how well each fifth of our files of utterances is read by judges that learned from the others: what to choose settings by. */
export const foldsCommand: XiaogeCommand = {
  run: async ({ arguments: [extra], config, write }) => {
    if (extra !== undefined) throw new ConfigError(extra, "is not known to folds; it takes no arguments");
    const started = performance.now();
    const { community } = loadHouse({ community: config.COMMUNITY_FILE, calendar: config.CALENDAR_FILE }).desk;
    const { area, kindRight, found } = foldsOf({ folder: fromRoot(UTTERANCES), ...loadTriageData(), community });
    write(
      `area: chat ${area.chat.toFixed(4)}, people ${area.people.toFixed(4)}, hard ${area.hard.toFixed(4)}\n` +
        `kind right of matters ${percent(kindRight)}; found where 1 % of chat is filed ${percent(found.chat)}, where 10 % of people's talk is ${percent(found.people)}\n` +
        `in ${((performance.now() - started) / 1_000).toFixed(0)} s\n`,
    );
    return 0;
  },
};

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
