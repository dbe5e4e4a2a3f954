import { ConfigError } from "../shared/errors.ts";
import { verifyChain } from "../store/chain.ts";
import { disclosuresOf } from "../store/disclosures.ts";
import type { XiaogeCommand } from "./command.ts";
import { withDatabase } from "./with-database.ts";

/** `verify`: walks the hash chain of the whole history, and says who was last given names and words unmasked. */
export const verifyCommand: XiaogeCommand = {
  run: ({ config, write }) =>
    withDatabase(config, async (database) => {
      const { db } = database;
      const { events, tickets, wrong } = await verifyChain(db);
      if (wrong !== undefined) throw new ConfigError("the history", `is not whole: ${wrong}; compare with a backup`);
      write(`ok: ${events} events of ${tickets} tickets, the chain is whole\n`);
      const given = await disclosuresOf(database);
      const [last] = given;
      if (last !== undefined) {
        const times = given.length === 1 ? "1 time" : `${given.length} times`;
        write(`given out unmasked: ${times}, last ${last.what} to ${last.by}, ${new Date(last.at).toISOString()}\n`);
      }
      return 0;
    }),
};
