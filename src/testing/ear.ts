import { createSandbox, type Sandbox } from "../channel/sandbox/sandbox.ts";
import type { Said } from "../channel/sandbox/sandbox-stage.ts";
import type { Message } from "../intake/message.ts";

export const ROOM = "葵花里小区居民群";
export const LI = "3-2-501 李女士";
export const NOON = Date.parse("2026-09-14T12:00:00+08:00");

/** A started sandbox for tests, with all that is heard and said in it. */
export type Ear = {
  readonly sandbox: Sandbox;
  readonly heard: Message[];
  readonly said: Said[];
  readonly clock: { now: number };
  last(): Message;
};

/** Opens a sandbox with two rooms at noon, and listens. */
export async function openEar(): Promise<Ear> {
  const clock = { now: NOON };
  const heard: Message[] = [];
  const said: Said[] = [];
  const sandbox = createSandbox({ rooms: [ROOM, "网格工作群"], bot: "小格", clock: () => clock.now });
  sandbox.onSaid((sentence) => said.push(sentence));
  await sandbox.channel.start({ hear: async (message) => void heard.push(message), status: () => undefined });

  function last(): Message {
    const message = heard.at(-1);
    if (message === undefined) throw new Error("nothing was heard");
    return message;
  }

  return { sandbox, heard, said, clock, last };
}
