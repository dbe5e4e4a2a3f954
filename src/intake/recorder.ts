import type { Instant } from "../shared/instant.ts";
import type { Journal } from "./journal.ts";
import type { Message } from "./message.ts";

/** Most messages in one transaction. */
const BATCH = 200;

/**
 * Writes each message before anything looks at it, many in one transaction when many come at once:
 * a commit that reaches the disk costs the same for one as for two hundred.
 * The returned function resolves to the message's row once it is safe, or to undefined when it was heard before.
 */
export function createRecorder(journal: Journal): (message: Message, heardAt: Instant) => Promise<number | undefined> {
  type Waiting = {
    message: Message;
    heardAt: Instant;
    done: (row: number | undefined) => void;
    failed: (error: unknown) => void;
  };
  let waiting: Waiting[] = [];
  let writing = false;

  const write = async (): Promise<void> => {
    writing = true;
    while (waiting.length > 0) {
      const batch = waiting.slice(0, BATCH);
      waiting = waiting.slice(BATCH);
      try {
        const rows = await journal.record(batch.map(({ message, heardAt }) => ({ message, heardAt })));
        batch.forEach(({ done }, index) => {
          done(rows[index]);
        });
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
    }
    writing = false;
  };

  return (message, heardAt) =>
    new Promise((done, failed) => {
      waiting.push({ message, heardAt, done, failed });
      if (!writing) {
        writing = true;
        // Whatever else arrives in this turn of the event loop goes into the same transaction.
        setImmediate(() => void write());
      }
    });
}
