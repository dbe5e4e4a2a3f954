import { ConfigError } from "../shared/errors.ts";
import { verifyChain } from "../store/chain.ts";
import type { XiaogeCommand } from "./command.ts";
import { withDatabase } from "./with-database.ts";

/** `verify`: walks the hash chain of the whole history. */
export const verifyCommand: XiaogeCommand = {
  run: ({ config, write }) =>
    withDatabase(config, async ({ db }) => {
      const { events, tickets, wrong } = await verifyChain(db);
      if (wrong !== undefined) throw new ConfigError("the history", `is not whole: ${wrong}; compare with a backup`);
      write(`ok: ${events} events of ${tickets} tickets, the chain is whole\n`);
      return 0;
    }),
};
