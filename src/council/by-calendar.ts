import type { Instant } from "../shared/instant.ts";
import { secretaryOf } from "../tickets/desk.ts";
import { staffRef } from "../tickets/saying/address.ts";
import type { Sentence } from "../tickets/saying/sentence.ts";
import type { Affair, AffairKind } from "./affair.ts";
import type { AffairOrder, Chamber, Decided } from "./chamber.ts";
import { keepDecided } from "./keep.ts";
import { clocksOf } from "./meeting/clocks.ts";
import { draftMeeting, type MeetingPlan } from "./meeting/meeting.ts";
import { draftNotice } from "./notice/notice.ts";
import { beginRound } from "./round/round.ts";
import type { CouncilTransaction, Shelf } from "./shelf.ts";

/** What the calendar wants begun, once for its slot: with the sentences that say it where nobody has to agree first. */
export type ByCalendar = {
  /** The entry's name and the slot, and which of several things at that slot: this happens once. */
  readonly entry: string;
  readonly slot: Instant;
  readonly part: string;
  readonly approves: boolean;
  readonly say: readonly Sentence[];
} & (
  | { readonly kind: "round"; readonly title: string; readonly room: string; readonly person: string }
  | { readonly kind: "meeting"; readonly plan: MeetingPlan }
  | { readonly kind: "notice"; readonly rooms: readonly string[]; readonly body: string }
);

/** Begins a round, a meeting or a notice that the calendar says is due: once, however many processes ask. */
export async function beginByCalendar(on: Chamber & { readonly shelf: Shelf }, wanted: ByCalendar, now: Instant): Promise<void> {
  await on.shelf.transact(async (transaction) => {
    if (!(await transaction.claimFiring(wanted.entry, wanted.part, wanted.slot, now))) return;
    const number = await transaction.nextAffair(wanted.kind);
    await keepDecided(transaction, begun(on, wanted, number, now), now);
    await forgetOld(transaction, wanted.kind, now);
  });
}

function begun(on: Chamber, wanted: ByCalendar, number: number, now: Instant): Decided {
  const secretary = staffRef(on.desk, secretaryOf(on.desk));
  const order: AffairOrder = {
    verb: "begin",
    by: { ...secretary, name: secretaryOf(on.desk), roles: ["secretary"] },
    text: "",
    to: { person: secretary },
    row: 0,
  };
  const say = wanted.say.map((sentence) => ({ ...sentence, fill: { ...sentence.fill, number }, dueAt: now }));
  const asked = (decided: Decided): Decided => ({
    ...decided,
    say: decided.say.map((one) => ({ ...one, key: `${wanted.kind}:${number}:preview` })),
  });
  switch (wanted.kind) {
    case "round":
      return { affair: beginRound(on, number, { title: wanted.title, room: wanted.room, people: [wanted.person] }, now), say };
    case "notice":
      return asked(draftNotice(on, number, wanted, order, now));
    case "meeting": {
      const draft = draftMeeting(on, number, wanted.plan, order, now);
      if (wanted.approves) return asked(draft);
      return { affair: { ...draft.affair, stage: "called", clocks: clocksOf(on, wanted.plan.at, now) } as Affair, say };
    }
  }
}

const KEPT = 60 * 24 * 60 * 60 * 1000;

/** Rounds are two a day: those that have been counted in the monthly report are not kept for ever. */
async function forgetOld(transaction: CouncilTransaction, kind: AffairKind, now: Instant): Promise<void> {
  if (kind === "round") await transaction.forgetAffairs(kind, now - KEPT);
}
