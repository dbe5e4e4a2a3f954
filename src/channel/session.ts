import { type Contact, type Message, type Room, type Wechaty, WechatyBuilder } from "wechaty";
import { types } from "wechaty-puppet";
import { cutOff } from "./cut-off.ts";
import { UNAVAILABLE } from "./say.ts";
import { type ChannelSettings, type Puppet, within } from "./settings.ts";
import { shareCalls } from "./share-calls.ts";
import type { Session } from "./watchdog.ts";

/** What one connection tells. Nothing is told after it was closed. */
export type SessionEvents = {
  readonly scan: (qr: string) => void;
  readonly login: (self: { readonly id: string; readonly name: string }) => void;
  readonly loggedOut: (reason: string) => void;
  readonly lost: (reason: string) => void;
  readonly error: (told: { readonly code: number; readonly reason: string }) => void;
  readonly alive: (isAnswer: boolean) => void;
  readonly announced: (messageId: string) => void;
  readonly message: (message: Message) => void;
  readonly unreadable: (messageId: string) => void;
  readonly joined: (room: Room, newcomers: readonly Contact[], at: Date) => void;
  /** Names in a room, or the room itself, changed. */
  readonly changed: (id: string) => void;
};

/** gRPC codes of a connection that is gone: cancelled (the server ended in good order), unavailable. */
const GONE = new Set([1, UNAVAILABLE]);

/** Wechaty's own watchdog; a login that nobody hears of because the account's contact cannot be read. */
const FATAL = /^(WatchdogAgent reset|no contact found for id)/;

/** Stopping a puppet whose other side is gone may hang; Wechaty itself gives up after 15 s. */
const STOP_LIMIT = 20_000;

/**
 * A Wechaty of its own around the puppet, started. A new one per connection: after `stop()` and `start()` of the same one over
 * gRPC a
 * second login is refused ("must logout first before login again"), and its caches are stale.
 */
export async function openSession(
  puppet: Puppet,
  settings: ChannelSettings,
  events: SessionEvents,
  onBot: (bot: Wechaty) => void,
): Promise<Session> {
  const { name, later, log } = settings;
  const bot = WechatyBuilder.build({ ...(name === undefined ? {} : { name }), puppet });
  const session = { isOpen: true };
  const gone = Promise.withResolvers<never>();
  gone.promise.catch(() => undefined);

  function lost(reason: string): void {
    gone.reject(new Error(reason));
    events.lost(reason);
  }

  async function close(isLost: boolean): Promise<void> {
    session.isOpen = false;
    if (isLost) cutOff(puppet);
    await within(later, STOP_LIMIT, "the puppet does not stop", bot.stop()).catch((error: unknown) => {
      log.warn({ err: error }, "channel session left behind");
    });
    puppet.removeAllListeners();
    puppet.on("error", () => undefined);
  }

  shareCalls(puppet);
  listen(bot, puppet, guarded(session, { ...events, lost }));
  onBot(bot);
  // A start that fails takes 5 s more to find that out (state-switch waits for itself); it is left to do so alone.
  try {
    await Promise.race([bot.start(), gone.promise]);
    if (!isStarted(puppet)) throw new Error("the puppet did not start");
  } catch (error) {
    void close(true);
    throw error;
  }
  return { ding: () => bot.ding("xiaoge"), close };
}

/** `bot.start()` resolves even where the puppet's start failed; only the puppet's state tells. */
function isStarted(puppet: Puppet): boolean {
  return !("state" in puppet) || !isSwitch(puppet.state) || puppet.state.inactive() !== true;
}

function isSwitch(state: unknown): state is { inactive(): boolean | "pending" } {
  return typeof state === "object" && state !== null && "inactive" in state;
}

function listen(bot: Wechaty, puppet: Puppet, events: SessionEvents): void {
  puppet.on("message", ({ messageId }) => events.announced(messageId));
  puppet.on("dirty", ({ payloadId }) => events.changed(payloadId));
  bot.on("message", events.message);
  bot.on("scan", (qr, status) => {
    const isAnswered = status === types.ScanStatus.Scanned || status === types.ScanStatus.Confirmed;
    if (qr !== "" && !isAnswered) events.scan(qr);
  });
  bot.on("login", (self) => events.login({ id: self.id, name: self.name() }));
  bot.on("logout", (_self, reason) => events.loggedOut(`logged out${reason ? `: ${reason}` : ""}`));
  bot.on("heartbeat", () => events.alive(false));
  bot.on("dong", () => events.alive(true));
  bot.on("room-topic", (room) => events.changed(room.id));
  bot.on("room-leave", (room) => events.changed(room.id));
  bot.on("room-join", (room, newcomers, _inviter, at) => {
    events.changed(room.id);
    events.joined(room, newcomers, at ?? new Date(Number.NaN));
  });
  bot.on("error", (error) => {
    const reason = error.message.split("\n", 1)[0]?.slice(0, 200) ?? "";
    const unread = /^message not found for id: (.+)$/.exec(reason)?.[1];
    if (unread !== undefined) return events.unreadable(unread);
    events.error({ code: error.code, reason });
    if (GONE.has(error.code) || FATAL.test(reason)) events.lost(reason);
  });
}

/** The events, silent once the session is closed: stopping tells a logout of its own, and late errors. */
function guarded(session: { readonly isOpen: boolean }, events: SessionEvents): SessionEvents {
  const guard =
    <A extends readonly unknown[]>(tell: (...told: A) => void) =>
    (...told: A): void => {
      if (session.isOpen) tell(...told);
    };
  return {
    scan: guard(events.scan),
    login: guard(events.login),
    loggedOut: guard(events.loggedOut),
    lost: guard(events.lost),
    error: guard(events.error),
    alive: guard(events.alive),
    announced: guard(events.announced),
    message: guard(events.message),
    unreadable: guard(events.unreadable),
    joined: guard(events.joined),
    changed: guard(events.changed),
  };
}
