import type { Given } from "../commands/command.ts";
import { readConfig } from "../config.ts";

/** What a command is given in a test, and what it wrote. */
export function givenTo(dataDir: string, args: readonly string[]): { readonly given: Given; readonly written: () => string } {
  let written = "";
  const given: Given = {
    arguments: args,
    config: readConfig({ DATA_DIR: dataDir }),
    environment: {},
    log: () => {},
    input: (async function* () {})(),
    write: (text) => {
      written += text;
    },
    warn: () => {},
  };
  return { given, written: () => written };
}
