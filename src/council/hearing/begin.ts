import type { Instant } from "../../shared/instant.ts";
import type { Actor } from "../../tickets/ticket.ts";
import type { AffairKind } from "../affair.ts";
import { type AffairOrder, type Refused, toSpeaker } from "../chamber.ts";
import { beginProject } from "../consent/begin.ts";
import { keepDecided } from "../keep.ts";
import { beginMeeting } from "../meeting/begin.ts";
import { beginNotice } from "../notice/begin.ts";
import { mayBegin } from "../permit.ts";
import { beginSurvey } from "../survey/begin.ts";
import { beginVote } from "../vote/begin.ts";
import type { Beginning, Begins } from "./beginning.ts";
import { completedOrders, keptWith } from "./complete.ts";
import type { Council, Said } from "./said.ts";

const BEGINNERS: readonly Begins[] = [beginNotice, beginMeeting, beginVote, beginProject, beginSurvey];

/** Begins what staff order: a notice, a meeting, a vote, a project, a survey; or what their answer to an open question makes whole. False: the line begins nothing. */
export async function begin(on: Council, said: Said, now: Instant): Promise<boolean> {
  const found = (await readBeginning(on, said, now)) ?? (await readCompleted(on, said, now));
  if (found === undefined) return false;
  await on.shelf.transact(async (transaction) => {
    if ((await transaction.unsettled([said.row])).length === 0) return;
    if ("refused" in found)
      await transaction.say([
        toSpeaker(on, said, found.refused, { ...found.fill, ...keptWith(found.refused, said.text, now) }, now),
      ]);
    else await keepDecided(transaction, found.draft(await transaction.nextAffair(found.kind), orderOf(said)), now);
    await transaction.settle([said.row], { as: "answered" });
  });
  return true;
}

/** What a form began: the draft's number; or why nothing was begun. `nothing`: the words begin nothing. */
export type Begun = { readonly kind: AffairKind; readonly number: number } | Refused | "nothing" | "again";

/** As `begin`, by another road than chat. `once` is the form it came by; whoever began it reads the draft where they are. */
export async function beginAffair(
  on: Council,
  { by, text, once }: { readonly by: Actor; readonly text: string; readonly once: string },
  now: Instant,
): Promise<Begun> {
  const said: Said = { text, addressed: true, actor: by, to: { person: by }, row: 0, isChain: false };
  const found = await readBeginning(on, said, now);
  if (found === undefined) return "nothing";
  if ("refused" in found) return found;
  return on.shelf.transact(async (transaction) => {
    const row = await transaction.orderLine(once, now);
    if (row === undefined) return "again";
    const number = await transaction.nextAffair(found.kind);
    const decided = found.draft(number, orderOf({ ...said, row }));
    const say = decided.say.filter(({ key }) => !key.startsWith(`council:${row}:`));
    await keepDecided(transaction, { ...decided, say }, now);
    return { kind: found.kind, number };
  });
}

async function readBeginning(on: Council, said: Said, now: Instant): Promise<Beginning | undefined> {
  if (!mayBegin(said.actor)) return undefined;
  for (const reads of BEGINNERS) {
    const found = await reads(on, said.text, now, said);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `葵花里小区`, alone, after 哪个小区的？ */
async function readCompleted(on: Council, said: Said, now: Instant): Promise<Beginning | undefined> {
  if (!mayBegin(said.actor)) return undefined;
  const told = await on.shelf.lastTold(said.actor.id, said.room?.topic);
  for (const text of completedOrders(on.desk.community, told, said.text, now)) {
    const found = await readBeginning(on, { ...said, text }, now);
    if (found !== undefined && !("refused" in found)) return found;
  }
  return undefined;
}

function orderOf({ actor, text, to, row }: Said): AffairOrder {
  return { verb: "begin", by: actor, text, to, row };
}
