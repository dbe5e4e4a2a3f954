import Keyv from "keyv";
import type { Config } from "./config.ts";
import type { Memory } from "./intake/reports/readers.ts";
import { ConfigError } from "./shared/errors.ts";
import type { Instant } from "./shared/instant.ts";
import type { Database } from "./store/database/open.ts";
import { createKeyvStore } from "./store/keyv-store.ts";

const NAMESPACE = "xiaoge";

/** What may be forgotten (one-time codes, cached answers, half-said things), on our own database. */
export function createMemory(database: Database, clock: () => Instant): Memory {
  return new Keyv({ store: createKeyvStore(database, clock), namespace: NAMESPACE });
}

/** As `createMemory`, or on Redis where KEYV_URL names one; its library is loaded only then. Throws ConfigError when Redis does not answer. */
export async function openMemory(
  config: Pick<Config, "KEYV_URL">,
  database: Database,
  clock: () => Instant,
): Promise<{ readonly memory: Memory; readonly close: () => Promise<void> }> {
  if (config.KEYV_URL === undefined) return { memory: createMemory(database, clock), close: async () => {} };

  const { default: KeyvRedis } = await import("@keyv/redis");
  const store = new KeyvRedis({ url: config.KEYV_URL, socket: { connectTimeout: 3_000, reconnectStrategy: false } });
  const keyv = new Keyv({ store, namespace: NAMESPACE, useKeyPrefix: false, throwOnErrors: true });
  keyv.on("error", () => {});
  try {
    await store.getClient();
  } catch (cause) {
    throw new ConfigError(
      "KEYV_URL",
      `does not answer (${cause instanceof Error ? cause.message : String(cause)}); start Redis, or leave it empty`,
      { cause },
    );
  }
  return { memory: keyv, close: () => keyv.disconnect() };
}
