import { type Wechaty, log as wechatyLog } from "wechaty";
import type { Message } from "../intake/message.ts";
import { ChannelError, ConfigError } from "../shared/errors.ts";
import type { Channel, ChannelStatus, Listener } from "./channel.ts";
import { createHearing } from "./hearing/hearing.ts";
import { openFile } from "./open-file.ts";
import { listRooms } from "./rooms.ts";
import { sayPicture, sayText, UNAVAILABLE } from "./say.ts";
import { openSession, type SessionEvents } from "./session.ts";
import { type WechatyChannelOptions, withDefaults } from "./settings.ts";
import { createWatchdog, type Session } from "./watchdog.ts";

/**
 * WeChat through Wechaty and any of its puppets. Stays connected by itself: see `watchdog.ts`. Throws from `start` only where
 * the settings are wrong
 * (ConfigError); a puppet that cannot connect makes the status "offline" and is tried again.
 */
export function createWechatyChannel(options: WechatyChannelOptions): Channel {
  const settings = withDefaults(options);
  const { log, clock, later } = settings;
  let bot: Wechaty | undefined;
  let listener: Listener | undefined;
  let status: ChannelStatus = { state: "starting" };

  const hearing = createHearing(settings, () => bot, hear);
  const watchdog = createWatchdog({
    ...settings,
    connect,
    isHopeless: (error) => error instanceof ConfigError,
    onLost: offline,
  });

  async function hear(message: Message): Promise<void> {
    await listener?.hear(message);
  }

  function tell(now: ChannelStatus): void {
    status = now;
    log.info({ state: now.state }, "channel status");
    listener?.status(now);
  }

  async function connect(): Promise<Session> {
    bot = undefined;
    const puppet = await settings.puppet();
    return openSession(puppet, settings, events, (opened) => {
      bot = opened;
    });
  }

  const events: SessionEvents = {
    scan(qr) {
      watchdog.recovered();
      tell({ state: "scan", qr });
      settings.showQr(qr);
    },
    login: online,
    loggedOut: (reason) => watchdog.loggedOut(reason),
    lost: (reason) => watchdog.lost(reason),
    // Spurious ones come with joins and topics (CHANNEL); they are worth a line and nothing else.
    error: (told) => log.warn(told, "channel told an error"),
    alive: (isAnswer) => watchdog.alive(isAnswer),
    announced: (id) => hearing.announced(id),
    message: (message) => hearing.arrived(message),
    unreadable: (id) => hearing.unreadable(id),
    joined: (room, newcomers, at) => hearing.joined(room, newcomers, at),
    changed: (id) => hearing.aliases.forget(id),
  };

  function online(self: { readonly id: string; readonly name: string }): void {
    watchdog.recovered();
    hearing.aliases.forgetAll();
    tell({ state: "online", self, since: clock() });
    hearing.catchUp();
  }

  function offline(reason: string): void {
    hearing.interrupted();
    if (status.state === "offline" && status.reason === reason) return;
    tell({ state: "offline", since: status.state === "offline" ? status.since : clock(), reason });
  }

  function connected(): Wechaty {
    if (bot === undefined || status.state !== "online")
      throw new ChannelError(`the channel is ${status.state}; wait until it is online`);
    return bot;
  }

  async function sent(send: (bot: Wechaty) => Promise<string | undefined>): Promise<string | undefined> {
    try {
      return await send(connected());
    } catch (error) {
      if (isUnavailable(error)) watchdog.lost("a sentence could not be sent: the puppet is unavailable");
      throw error;
    }
  }

  return {
    start(to) {
      listener = to;
      return watchdog.start();
    },
    async stop() {
      await watchdog.stop();
      await hearing.finish();
      offline("stopped");
    },
    status: () => status,
    say: (to, text) => sent((on) => sayText(on, to, text, later, settings.sendTimeout)),
    sayPicture: (to, picture) => sent((on) => sayPicture(on, to, picture, later, settings.sendTimeout)),
    async open(messageId, limit) {
      return openFile(connected(), messageId, limit);
    },
    async rooms() {
      return listRooms(connected());
    },
  };
}

function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ("code" in error && error.code === UNAVAILABLE) || isUnavailable(error.cause);
}

// Wechaty writes to the console what it also tells as events; whoever wants that sets WECHATY_LOG.
if (process.env["WECHATY_LOG"] === undefined) wechatyLog.level("silent");
