import type { Instant } from "../../shared/instant.ts";
import { after, nextWaking } from "../../shared/work-calendar.ts";
import { aliasOf, secretaryOf } from "../../tickets/desk.ts";
import { happened, type Notice, type NoticeText, without } from "../affair.ts";
import {
  type AffairOrder,
  type Chamber,
  type Decided,
  keyOf,
  newDraft,
  type Refused,
  toKeeper,
  toRooms,
  toSpeaker,
} from "../chamber.ts";
import type { Receipt } from "../shelf.ts";
import { clocksAfter } from "./clocks.ts";
import { correct } from "./correct.ts";
import { dated } from "./dated.ts";
import { status } from "./ring.ts";
import { shown } from "./shown.ts";

/** A notice to be: where it goes and what it says. */
export type NoticePlan = NoticeText & { readonly rooms: readonly string[] };

type NoticeOrder = AffairOrder & { readonly receipts: readonly Receipt[] };

/** The secretary's words become a draft that only they can let out; a grid worker's wait for the secretary. */
export function draftNotice(on: Chamber, number: number, plan: NoticePlan, order: AffairOrder, now: Instant): Decided<Notice> {
  const { by } = order;
  const notice: Notice = {
    ...newDraft(on, number, order, now),
    kind: "notice",
    rooms: plan.rooms,
    edition: 0,
    body: dated(on, plan.body, now),
    ...(plan.when === undefined ? {} : { when: plan.when }),
  };
  const drafted = happened(notice, "drafted", by.alias, now);
  if (by.roles.includes("secretary"))
    return { affair: drafted, say: [toSpeaker(on, order, "notice.preview", shown(on, notice, now), now)] };
  const secretary = secretaryOf(on.desk);
  return {
    affair: drafted,
    say: [
      toKeeper(on, notice, "approve", secretary, "notice.approve", { ...shown(on, notice, now), from: by.alias }, now),
      toSpeaker(on, order, "notice.sent", { number, secretary: aliasOf(on.desk, secretary) }, now),
    ],
  };
}

/** One order about a notice. */
export function decideNotice(on: Chamber, notice: Notice, order: NoticeOrder, now: Instant): Decided<Notice> | Refused {
  switch (order.verb) {
    case "confirm":
      return notice.stage === "draft" || notice.correction !== undefined
        ? post(on, notice, order, now)
        : { refused: "notice.notNow" };
    case "drop":
      return drop(on, notice, order, now);
    case "correct":
      return correct(on, notice, order, now);
    case "cancel":
      return cancel(on, notice, order, now);
    case "resend":
      return resend(on, notice, order, now);
    case "show":
      return {
        affair: notice,
        say: [toSpeaker(on, order, "notice.status", { ...status(notice, order.receipts), body: notice.body }, now)],
      };
    default:
      return { refused: "council.unknown" };
  }
}

function post(on: Chamber, notice: Notice, order: AffairOrder, now: Instant): Decided<Notice> | Refused {
  const edition = notice.edition + 1;
  const { correction, when: _earlier, ...before } = notice;
  const text: NoticeText = correction ?? { body: notice.body, ...(notice.when === undefined ? {} : { when: notice.when }) };
  const due = nextWaking(on.desk.calendar, now);
  if (text.when !== undefined && (text.when.to ?? text.when.from) < due) return { refused: "notice.tooLate" };
  const posted: Notice = happened(
    { ...before, ...text, stage: "posted", edition, clocks: clocksAfter(on, text, now) },
    edition === 1 ? "posted" : "corrected",
    order.by.alias,
    now,
  );
  const wording = edition === 1 ? "notice.post" : "notice.corrected";
  return {
    affair: posted,
    unsay: ["post", `remind${notice.edition}`],
    say: [
      ...toRooms(on, posted, `post${edition}`, posted.rooms, wording, { body: posted.body }, now),
      toSpeaker(
        on,
        order,
        due > now ? "notice.waits" : "notice.going",
        { number: notice.number, count: notice.rooms.length },
        now,
        due,
      ),
    ],
  };
}

function drop(on: Chamber, notice: Notice, order: AffairOrder, now: Instant): Decided<Notice> | Refused {
  const { correction, ...kept } = notice;
  if (correction === undefined && notice.stage !== "draft") return { refused: "notice.postedAlready" };
  const affair: Notice =
    notice.stage === "draft" ? { ...kept, stage: "dropped", clocks: {} } : { ...kept, clocks: without(kept.clocks, "forgotten") };
  return {
    affair: happened(affair, "dropped", order.by.alias, now),
    say: [toSpeaker(on, order, "notice.dropped", { number: notice.number }, now)],
  };
}

function cancel(on: Chamber, notice: Notice, order: NoticeOrder, now: Instant): Decided<Notice> | Refused {
  if (notice.stage === "draft") return drop(on, notice, order, now);
  if (notice.stage !== "posted") return { refused: "notice.notNow" };
  const heard = notice.rooms.filter((room) =>
    order.receipts.some((one) => one.room === room && (one.state === "said" || one.state === "sending")),
  );
  const affair = happened({ ...notice, stage: "cancelled" as const, clocks: {} }, "cancelled", order.by.alias, now, order.text);
  return {
    affair,
    unsay: ["post", "remind"],
    say: [
      ...toRooms(
        on,
        affair,
        "cancel",
        heard,
        order.text === "" ? "notice.cancelled" : "notice.cancelledWhy",
        { body: notice.body, why: order.text },
        now,
      ),
      toSpeaker(on, order, "notice.cancelNoted", { number: notice.number, count: heard.length }, now),
    ],
  };
}

function resend(on: Chamber, notice: Notice, order: NoticeOrder, now: Instant): Decided<Notice> | Refused {
  if (notice.stage !== "posted") return { refused: "notice.notNow" };
  const held = order.receipts.filter(({ state }) => state === "held").map(({ room }) => room);
  if (held.length === 0) return { refused: "notice.allThere" };
  const receipt = after(on.desk.calendar, now, on.rules.notice.receipt);
  return {
    affair: { ...happened(notice, "resent", order.by.alias, now), clocks: { ...notice.clocks, receipt } },
    again: [`post${notice.edition}`],
    say: [toSpeaker(on, order, "notice.resent", { number: notice.number, rooms: held.join("、") }, now)],
  };
}

/** The beginning of the keys of a notice's latest posting. */
export function postKey(notice: Notice): string {
  return keyOf(notice, `post${notice.edition}`);
}
