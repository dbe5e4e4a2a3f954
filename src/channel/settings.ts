import type { impls } from "wechaty-puppet";
import { type Instant, MINUTE, SECOND } from "../shared/instant.ts";

export type Puppet = impls.PuppetInterface;

/** Gives the puppet of one connection. A new one each time, unless the puppet itself can be started again (the sandbox's can). */
export type PuppetSource = () => Promise<Puppet>;

/** A logger such as pino: fields first, then a static sentence. */
export type ChannelLog = {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
};

/** Does a task later; calls the answer to forget it. */
export type Later = (delay: number, task: () => void) => () => void;

export type WechatyChannelOptions = {
  readonly puppet: PuppetSource;
  /**
   * Where the login is kept: a path without the ending, `.memory-card.json` is added. Without it a login is forgotten at the end.
   */
  readonly name?: string;
  readonly log: ChannelLog;
  readonly clock: () => Instant;
  /** A number in [0, 1), for jitter. */
  readonly chance: () => number;
  readonly later?: Later;
  /** The pause before the first attempt to come back, doubled up to the longest. */
  readonly backoff?: { readonly first: number; readonly longest: number };
  /** How often a silent puppet is asked whether it lives; under 60 s, where Wechaty's own watchdog bites. 0: never. */
  readonly heartbeat?: number;
  /** A sentence that is not said by then counts as perhaps said. */
  readonly sendTimeout?: number;
  /** Details of a message (alias, place, payload) that are not there by then are gone without. */
  readonly readTimeout?: number;
  /** How long a name in a room is believed without asking again. */
  readonly aliasLife?: number;
  /** Shows a login code to whoever stands at the terminal. */
  readonly showQr?: (qr: string) => void;
};

export type ChannelSettings = Required<Omit<WechatyChannelOptions, "name">> & Pick<WechatyChannelOptions, "name">;

/** The options with everything that was left out filled in. */
export function withDefaults(options: WechatyChannelOptions): ChannelSettings {
  return {
    later: afterwards,
    backoff: { first: SECOND, longest: 5 * MINUTE },
    heartbeat: 20 * SECOND,
    sendTimeout: 15 * SECOND,
    readTimeout: 5 * SECOND,
    aliasLife: 10 * MINUTE,
    showQr: () => undefined,
    ...options,
  };
}

function afterwards(delay: number, task: () => void): () => void {
  const timer = setTimeout(task, delay);
  return () => clearTimeout(timer);
}

/** The answer, or a rejection with `reason` once `limit` milliseconds are over. */
export function within<T>(later: Later, limit: number, reason: string, work: Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const cancel = later(limit, () => reject(new TimeoutError(reason)));
    work.then(resolve, reject).finally(cancel);
  });
}

class TimeoutError extends Error {
  override readonly name = "TimeoutError";
}
