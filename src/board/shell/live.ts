import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import type { Picture } from "../sandbox/picture.ts";

/** What a page follows, and how it is told that something may have changed. */
export type Followed = {
  readonly picture: () => Promise<Picture>;
  readonly onChange: (listener: () => void) => () => void;
};

/** Even without a change the picture is looked at this often: what has no sentence (a clock that ran out) shows too, and a dead reader is noticed. */
const BEAT = 15_000;
/** Changes so close together are sent as one. */
const GATHER = 40;

/** Server-sent events: each piece of the picture as `{piece, value}`, at once and again whenever it changes. */
export function live(c: Context, { picture, onChange }: Followed): Response {
  const response = streamSSE(c, async (stream) => {
    const sent = new Map<string, string>();
    let changed = Promise.withResolvers<void>();
    const stop = onChange(() => changed.resolve());
    stream.onAbort(() => changed.resolve());
    try {
      while (!stream.aborted && !stream.closed) {
        changed = Promise.withResolvers<void>();
        const pieces = [...(await picture())].map(([piece, value]) => [piece, JSON.stringify({ piece, value })] as const);
        const fresh = pieces.filter(([piece, text]) => sent.get(piece) !== text);
        for (const [piece, text] of fresh) {
          sent.set(piece, text);
          await stream.writeSSE({ data: text });
        }
        if (fresh.length === 0) await stream.write(":\n\n");
        await within(BEAT, changed.promise);
        if (!stream.aborted) await within(GATHER);
      }
    } finally {
      stop();
    }
  });
  response.headers.set("X-Accel-Buffering", "no");
  return response;
}

/** Resolves when something changed, or when the time is over. */
async function within(milliseconds: number, changed?: Promise<void>): Promise<void> {
  const over = Promise.withResolvers<void>();
  const timer = setTimeout(over.resolve, milliseconds);
  await Promise.race([over.promise, ...(changed === undefined ? [] : [changed])]);
  clearTimeout(timer);
}

/** Follows a value that tells nobody when it changes, such as the channel's status. It is in memory, so looking costs nothing. */
export function watch(read: () => unknown): Followed["onChange"] {
  return (listener) => {
    let last = JSON.stringify(read());
    const timer = setInterval(() => {
      const now = JSON.stringify(read());
      if (now !== last) listener();
      last = now;
    }, 500);
    return () => clearInterval(timer);
  };
}
