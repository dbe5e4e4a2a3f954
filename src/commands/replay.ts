import { ConfigError } from "../shared/errors.ts";
import { replay } from "../testing/replay/replay.ts";
import { showOutcome } from "../testing/replay/show-outcome.ts";
import type { XiaogeCommand } from "./command.ts";

/** `replay FILE [--json]`: plays a whole conversation and shows what came of it. */
export const replayCommand: XiaogeCommand = {
  run: async ({ arguments: args, write }) => {
    const file = args.find((word) => !word.startsWith("--"));
    const unknown = args.find((word) => word.startsWith("--") && word !== "--json");
    if (unknown !== undefined) throw new ConfigError(unknown, "is not an option of replay; it knows --json");
    if (file === undefined) throw new ConfigError("replay", "needs a file; write for example: replay seeds/cases/wall.yaml");

    const { heard, ...outcome } = await replay(file);
    write(
      args.includes("--json")
        ? `${JSON.stringify(outcome)}
`
        : showOutcome({ ...outcome, heard }),
    );
    return 0;
  },
};
