import { PuppetServer } from "wechaty-puppet-service";
import { createStage } from "../channel/sandbox/sandbox-stage.ts";
import type { Order, Report } from "./puppet-server.ts";

/**
 * A process of its own: a real PuppetServer with the sandbox's made-up WeChat inside. Its parent (`puppet-server.ts`) says over
 * IPC what people do.
 * Arguments: port, token, the bot's name, the topics.
 */
const [port, token = "", bot = "", ...rooms] = process.argv.slice(2);

const stage = createStage({ bot, rooms, clock: () => Date.now() });
const server = new PuppetServer({ endpoint: `127.0.0.1:${port}`, token, tls: { disable: true }, puppet: stage.puppet });

function report(told: Report): void {
  process.send?.(told);
}

function obey(order: Order): readonly string[] {
  switch (order.type) {
    case "speak":
      return order.lines.map((line) => stage.speak(line));
    case "again":
      stage.deliverAgain(order.id);
      return [];
    case "recall":
      return [stage.recall(order.id)];
    case "join":
      stage.join(order.who, order.room);
      return [];
    case "end":
      setImmediate(() => server.stop());
      return [];
  }
}

process.on("message", (order: Order) => {
  try {
    report({ type: "done", number: order.number, ids: obey(order) });
  } catch (error) {
    report({ type: "failed", number: order.number, reason: String(error) });
  }
});
process.on("disconnect", () => process.exit());
stage.onSaid((said) => report({ type: "said", said }));

stage.puppet.on("error", () => undefined);
await stage.puppet.start();
await server.start();
report({ type: "listening" });
