import type { Instant } from "../../shared/instant.ts";
import { after, nextWaking } from "../../shared/work-calendar.ts";
import { happened, type Notice, without } from "../affair.ts";
import { type Chamber, type Decided, toKeeper, toRooms } from "../chamber.ts";
import type { Receipt } from "../shelf.ts";

/** Something is due: a receipt to the sender, a reminder to the groups, an end. `receipts`: of the latest posting. */
export function ringNotice(
  on: Chamber,
  notice: Notice,
  name: string,
  receipts: readonly Receipt[],
  now: Instant,
): Decided<Notice> {
  const rest = { ...notice, clocks: without(notice.clocks, name) };
  if (name === "receipt") return receipt(on, rest, receipts, now);
  // After a stop, what has begun is not reminded of.
  if (name === "remind" && now >= (rest.when?.from ?? now)) return { affair: rest, say: [] };
  if (name === "remind")
    return {
      affair: rest,
      say: toRooms(on, rest, `remind${rest.edition}`, rest.rooms, "notice.remind", { body: rest.body }, now),
    };
  if (name !== "forgotten") return { affair: rest, say: [] };
  const { correction: _gone, ...kept } = rest;
  if (notice.stage !== "draft") return { affair: kept, say: [] };
  return {
    affair: happened({ ...kept, stage: "dropped" }, "forgotten", "clock", now),
    say: [toKeeper(on, notice, "forgotten", notice.by, "notice.forgotten", { body: notice.body.slice(0, 20) }, now)],
  };
}

const TRIES = 30;

/** Once every group has it, or one cannot be reached, the sender hears where it stands; until then it is looked at again. */
function receipt(on: Chamber, notice: Notice, receipts: readonly Receipt[], now: Instant): Decided<Notice> {
  const { calendar } = on.desk;
  const looked = notice.history.filter(({ type }) => type === "looked").length;
  const pending = receipts.some(({ state }) => state === "waiting" || state === "sending");
  if (pending && looked < TRIES) {
    const again = nextWaking(calendar, after(calendar, now, on.rules.notice.receipt));
    return { affair: { ...happened(notice, "looked", "clock", now), clocks: { ...notice.clocks, receipt: again } }, say: [] };
  }
  const told = status(notice, receipts);
  return {
    affair: { ...notice, history: notice.history.filter(({ type }) => type !== "looked") },
    say: [
      toKeeper(
        on,
        notice,
        `receipt${notice.edition}:${now}`,
        notice.by,
        told.failed === "" ? "notice.receipt" : "notice.receiptFailed",
        told,
        now,
      ),
    ],
  };
}

/** Which groups have a notice, and which have not. */
export function status(notice: Notice, receipts: readonly Receipt[]) {
  const there = notice.rooms.filter((room) => receipts.some((one) => one.room === room && one.state === "said"));
  const failed = notice.rooms.filter((room) => !there.includes(room));
  return {
    number: notice.number,
    count: there.length,
    all: notice.rooms.length,
    rooms: there.join("、"),
    failed: failed.join("、"),
  };
}
