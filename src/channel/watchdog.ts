import type { Instant } from "../shared/instant.ts";
import { MINUTE } from "../shared/instant.ts";
import type { ChannelSettings } from "./settings.ts";

/** What the watchdog holds in its hands: one connection, from start to stop. */
export type Session = {
  /** Asks the puppet whether it lives; an answer arrives through `alive`. */
  readonly ding: () => void;
  /** Ends it. A lost one is cut off: its goodbye might reach a puppet that came back, and stop it. */
  readonly close: (isLost: boolean) => Promise<void>;
};

export type Watchdog = {
  /** Opens the first session. Rejects only where `connect` says that trying again is no use. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Something was heard. */
  alive(isAnswer?: boolean): void;
  /** The account is logged in, or about to: no restart is needed. */
  recovered(): void;
  /** The connection is gone: it is cut off, and opened anew after a pause. */
  lost(reason: string): void;
  /** Nobody is logged in any more; the puppet has the pause to ask for a login by itself. */
  loggedOut(reason: string): void;
};

type WatchdogSettings = Pick<ChannelSettings, "later" | "clock" | "chance" | "backoff" | "heartbeat" | "log"> & {
  readonly connect: () => Promise<Session>;
  readonly isHopeless: (error: unknown) => boolean;
  readonly onLost: (reason: string) => void;
};

/** A puppet that spoke but never answered a ding is not judged by its silence: some do not know dings. */
const SILENT = { ever: false, since: true, answersDings: false, isAsked: false };

/**
 * Keeps a connection up: over gRPC nothing recovers by itself (CHANNEL, "Reconnecting"). One session at a time; the old one is
 * closed before the next.
 */
export function createWatchdog(settings: WatchdogSettings): Watchdog {
  const { later, clock, chance, backoff, log } = settings;
  let session: Session | undefined;
  let isStopped = true;
  let isConnecting = false;
  let failures = 0;
  let openedAt: Instant = 0;
  let lostMeanwhile: string | undefined;
  let cancelRestart: (() => void) | undefined;
  let cancelBeat: (() => void) | undefined;
  let work: Promise<void> = Promise.resolve();
  let closing: Promise<void> = Promise.resolve();
  let heard = { ...SILENT };

  async function open(): Promise<void> {
    isConnecting = true;
    lostMeanwhile = undefined;
    heard = { ...SILENT };
    try {
      await closing;
      await close(true);
      session = await settings.connect();
      openedAt = clock();
    } catch (error) {
      if (settings.isHopeless(error)) throw error;
      lostMeanwhile ??= error instanceof Error ? error.message : "the connection cannot be opened";
    } finally {
      isConnecting = false;
    }
    if (isStopped) return close(false);
    if (lostMeanwhile !== undefined) return lost(lostMeanwhile);
    if (settings.heartbeat > 0) session?.ding();
    beat();
  }

  async function close(isLost: boolean): Promise<void> {
    cancelBeat?.();
    const last = session;
    session = undefined;
    await last?.close(isLost);
  }

  function lost(reason: string): void {
    loggedOut(reason);
    if (!isStopped && !isConnecting && session !== undefined) closing = close(true);
  }

  function loggedOut(reason: string): void {
    if (isStopped || cancelRestart !== undefined) return;
    if (isConnecting) {
      lostMeanwhile ??= reason;
      return;
    }
    cancelBeat?.();
    if (session !== undefined && clock() - openedAt >= MINUTE) failures = 0;
    const pause = Math.min(backoff.first * 2 ** failures, backoff.longest) * (0.5 + chance() / 2);
    failures += 1;
    log.warn({ reason, pause: Math.round(pause), failures }, "channel lost, trying again after a pause");
    settings.onLost(reason);
    cancelRestart = later(pause, () => {
      cancelRestart = undefined;
      work = open().catch((error: unknown) => log.error({ err: error }, "channel cannot be opened"));
    });
  }

  function beat(): void {
    cancelBeat?.();
    if (settings.heartbeat <= 0) return;
    cancelBeat = later(settings.heartbeat, () => {
      const isJudged = heard.answersDings || !heard.ever;
      if (!heard.since && heard.isAsked && isJudged) return lost("the puppet does not answer");
      if (!heard.since) {
        heard.isAsked = true;
        session?.ding();
      }
      heard.since = false;
      beat();
    });
  }

  return {
    async start() {
      if (!isStopped) return;
      isStopped = false;
      failures = 0;
      const opening = open();
      work = opening.catch(() => {
        isStopped = true;
      });
      await opening;
    },
    async stop() {
      isStopped = true;
      const isLost = cancelRestart !== undefined;
      cancelRestart?.();
      cancelRestart = undefined;
      await work;
      await closing;
      await close(isLost);
    },
    alive(isAnswer = false) {
      heard.ever = true;
      heard.since = true;
      heard.isAsked = false;
      if (isAnswer) heard.answersDings = true;
    },
    recovered() {
      lostMeanwhile = undefined;
      heard.ever = true;
      cancelRestart?.();
      cancelRestart = undefined;
      if (!isConnecting && session !== undefined) beat();
    },
    lost,
    loggedOut,
  };
}
