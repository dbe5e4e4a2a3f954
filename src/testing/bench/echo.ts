import { type Message, WechatyBuilder } from "wechaty";
import type { impls } from "wechaty-puppet";

/** Raw Wechaty that says back whatever it hears: what the channel alone could do. Returns how to wait for so many messages, and to stop. */
export async function startEcho(
  puppet: impls.PuppetInterface,
): Promise<{ readonly heard: (count: number) => Promise<void>; readonly stop: () => Promise<void> }> {
  const bot = WechatyBuilder.build({ puppet: puppet as never, name: undefined as never });
  let count = 0;
  let goal = Number.POSITIVE_INFINITY;
  let reached = (): void => {};
  bot.on("error", () => {});
  bot.on("message", async (message: Message) => {
    if (message.self()) return;
    await message.say(message.text());
    count++;
    if (count >= goal) reached();
  });
  const loggedIn = new Promise<void>((resolve) => bot.once("login", () => resolve()));
  await bot.start();
  await loggedIn;
  return {
    heard: (wanted) =>
      new Promise((resolve) => {
        goal = wanted;
        reached = resolve;
        if (count >= wanted) resolve();
      }),
    stop: async () => {
      await bot.stop();
    },
  };
}
