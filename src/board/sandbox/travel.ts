import { z } from "zod";
import { DAY, HOUR, type Instant, MINUTE } from "../../shared/instant.ts";
import type { SandboxDesk } from "../parts.ts";
import type { Read } from "./say.ts";

/** Nobody travels further at once. */
const FURTHEST = 31 * DAY;
const STRIDES = { "10m": 10 * MINUTE, "1h": HOUR, "1d": DAY } as const;

const Order = z.union([
  z.object({ by: z.enum(["10m", "1h", "1d", "next", "morning"]) }),
  z.object({ to: z.number().int().safe() }),
]);

/** Reads how far somebody wants time to pass: a stride, to the next thing that happens by itself, to the morning, or to a moment. */
export async function readTravel(body: unknown, desk: SandboxDesk): Promise<Read<Instant>> {
  const read = Order.safeParse(body);
  if (!read.success) return { refused: "没看懂要走到什么时候，请刷新页面再试。" };

  const { now, wakes } = desk.time();
  const to = "to" in read.data ? read.data.to : await momentOf(read.data.by, desk);
  if (to === undefined) return { refused: "接下来没有要等的事了。" };
  return to > now + FURTHEST ? { refused: "一次最多往后走 31 天。" } : { order: Math.max(to, now) };

  async function momentOf(by: keyof typeof STRIDES | "next" | "morning", { ahead }: SandboxDesk): Promise<Instant | undefined> {
    if (by === "next") return (await ahead())[0]?.at;
    return by === "morning" ? (wakes ?? now) : now + STRIDES[by];
  }
}
