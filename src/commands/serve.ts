import { serve } from "../main.ts";
import { ConfigError } from "../shared/errors.ts";
import type { XiaogeCommand } from "./command.ts";

/** `serve`: runs until it is told to stop. */
export const serveCommand: XiaogeCommand = {
  run: async ({ arguments: args, config, environment, log, write, warn }) => {
    const role = args[0] === "--role" ? args[1] : (args[0] ?? "all");
    if (role !== "all")
      throw new ConfigError(
        "--role",
        `is "${role ?? ""}"; this version serves everything in one process: leave it out, or write --role all`,
      );

    const service = await serve({ config, environment, log, write: warn });
    write(`小格在 ${service.url} 等您\n`);
    await new Promise<void>((stopped) => {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopped());
    });
    await service.stop();
    return 0;
  },
};
