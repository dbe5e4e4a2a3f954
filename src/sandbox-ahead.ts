import { type Ahead, aheadOf } from "./board/sandbox/ahead.ts";
import type { House } from "./load-house.ts";
import { type Previewed, previewOf } from "./schedule/preview.ts";
import { DAY, type Instant, MINUTE } from "./shared/instant.ts";
import { clocksAhead } from "./store/board/clocks-ahead.ts";
import type { Database } from "./store/database/open.ts";
import { createQueue } from "./store/queue.ts";
import { createShelf } from "./store/shelf.ts";

/** Even in a long holiday the next weekly announcement is in it. */
const LOOKED_AHEAD = 14 * DAY;
const MOST = 60;

/** Reads what the bot will do by itself. What the calendar says is worked out once a minute: it follows from the date alone. */
export function createAhead(house: House, database: Database): (now: Instant) => Promise<readonly Ahead[]> {
  const queue = createQueue(database);
  const shelf = createShelf(database);
  let preview: { readonly minute: number; readonly entries: readonly Previewed[] } | undefined;
  const calendar = (now: Instant): readonly Previewed[] => {
    const minute = Math.floor(now / MINUTE);
    if (preview?.minute !== minute) preview = { minute, entries: previewOf(house, house.calendar, now, now + LOOKED_AHEAD) };
    return preview.entries;
  };
  return async (now) => {
    const [clocks, affairs, waiting] = await Promise.all([
      clocksAhead(database, MOST),
      shelf.open(),
      queue.listed("waiting", MOST),
    ]);
    return aheadOf({ clocks, affairs, calendar: calendar(now), waiting }, house.flowFor, now);
  };
}
