import type { Log } from "../assemble.ts";
import type { Config } from "../config.ts";

/** What a command of `xiaoge` is given. */
export type Given = {
  readonly arguments: readonly string[];
  readonly config: Config;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
  readonly input: AsyncIterable<string>;
  readonly write: (text: string) => void;
  readonly warn: (text: string) => void;
};

/** One command. Gives the exit status; throws ConfigError for whatever the caller can mend. */
export type XiaogeCommand = { readonly run: (given: Given) => Promise<number> };
