import type { Message } from "../../intake/message.ts";
import { ChannelError } from "../../shared/errors.ts";
import type { Instant } from "../../shared/instant.ts";
import type { Channel } from "../channel.ts";
import type { ChannelLog } from "../settings.ts";
import { createWechatyChannel } from "../wechaty.ts";
import { createStage, type Line, type Said, type Stage } from "./sandbox-stage.ts";

export type SandboxOptions = {
  /** The topics of the groups. */
  readonly rooms: readonly string[];
  /** The bot's name. */
  readonly bot: string;
  readonly clock: () => Instant;
  /** Those who have not added the bot as a friend; everybody else has. */
  readonly strangers?: readonly string[];
  readonly log?: ChannelLog;
};

/**
 * A made-up WeChat with a real Wechaty in it. What people do resolves when the bot's listener has finished hearing it, and
 * rejects as the listener does.
 */
export type Sandbox = {
  readonly channel: Channel;
  readonly stage: Stage;
  speak(line: Line): Promise<string>;
  deliverAgain(id: string): Promise<void>;
  recall(id: string): Promise<void>;
  joinRoom(alias: string, topic: string): Promise<void>;
  onSaid(listener: (said: Said) => void): void;
  rooms(): ReturnType<Stage["rooms"]>;
};

type Waiter = { readonly resolve: () => void; readonly reject: (error: unknown) => void };

/**
 * The sandbox of `npm start`, `npm run demo` and `replay`: no network, no timers that matter, so that a replay on a virtual clock
 * always goes the same way.
 */
export function createSandbox({ rooms, bot, clock, strangers = [], log = silent }: SandboxOptions): Sandbox {
  const stage = createStage({ bot, rooms, clock, strangers });
  const waiting = new Map<string, Waiter[]>();
  const wechaty = createWechatyChannel({
    puppet: async () => stage.puppet,
    log,
    clock,
    chance: () => 0,
    heartbeat: 0,
    aliasLife: Number.POSITIVE_INFINITY,
  });

  function checkThatSomebodyHears(): void {
    if (stage.puppet.isLoggedIn) return;
    throw new ChannelError("nobody hears; start the sandbox's channel first and wait until it is online");
  }

  /** Called in the turn in which the message was emitted: Wechaty tells of it later. */
  function heard(id: string): Promise<void> {
    return new Promise((resolve, reject) => {
      waiting.set(id, [...(waiting.get(id) ?? []), { resolve, reject }]);
    });
  }

  function nextWaiter(id: string): Waiter | undefined {
    const [first, ...rest] = waiting.get(id) ?? [];
    if (rest.length > 0) waiting.set(id, rest);
    else waiting.delete(id);
    return first;
  }

  async function hearAndTell(message: Message, hear: (message: Message) => Promise<void>): Promise<void> {
    const waiter = nextWaiter(message.id);
    try {
      await hear(message);
      waiter?.resolve();
    } catch (error) {
      waiter?.reject(error);
      throw error;
    }
  }

  const channel: Channel = {
    ...wechaty,
    async start(listener) {
      const online = Promise.withResolvers<void>();
      await wechaty.start({
        hear: (message) => hearAndTell(message, listener.hear),
        status(status) {
          listener.status(status);
          if (status.state === "online") online.resolve();
        },
      });
      await online.promise;
    },
    async stop() {
      await wechaty.stop();
      for (const waiters of waiting.values())
        for (const { reject } of waiters) reject(new ChannelError("the sandbox was stopped"));
      waiting.clear();
    },
  };

  return {
    channel,
    stage,
    async speak(line) {
      checkThatSomebodyHears();
      const id = stage.speak(line);
      await heard(id);
      return id;
    },
    async deliverAgain(id) {
      checkThatSomebodyHears();
      stage.deliverAgain(id);
      await heard(id);
    },
    async recall(id) {
      checkThatSomebodyHears();
      await heard(stage.recall(id));
    },
    async joinRoom(alias, topic) {
      checkThatSomebodyHears();
      const at = stage.join(alias, topic);
      await heard(`join:${stage.room(topic).id}:${stage.person(alias).id}:${at}`);
    },
    onSaid: (listener) => stage.onSaid(listener),
    rooms: () => stage.rooms(),
  };
}

const silent: ChannelLog = { info: () => undefined, warn: () => undefined, error: () => undefined };
