import type { Instant } from "../../shared/instant.ts";
import { type AffairOrder, toSpeaker } from "../chamber.ts";
import { beginProject } from "../consent/begin.ts";
import { keepDecided } from "../keep.ts";
import { beginMeeting } from "../meeting/begin.ts";
import { beginNotice } from "../notice/begin.ts";
import { mayBegin } from "../permit.ts";
import { beginSurvey } from "../survey/begin.ts";
import { beginVote } from "../vote/begin.ts";
import type { Beginning, Begins } from "./beginning.ts";
import type { Council, Said } from "./said.ts";

const BEGINNERS: readonly Begins[] = [beginNotice, beginMeeting, beginVote, beginProject, beginSurvey];

/** Begins what staff order: a notice, a meeting, a vote, a project, a survey. False: the line begins nothing. */
export async function begin(on: Council, said: Said, now: Instant): Promise<boolean> {
  if (!mayBegin(said.actor)) return false;
  for (const reads of BEGINNERS) {
    const found = await reads(on, said.text, now, said);
    if (found === undefined) continue;
    await start(on, said, found, now);
    return true;
  }
  return false;
}

async function start(on: Council, said: Said, found: Beginning, now: Instant): Promise<void> {
  const order: AffairOrder = { verb: "begin", by: said.actor, text: said.text, to: said.to, row: said.row };
  await on.shelf.transact(async (transaction) => {
    if ((await transaction.unsettled([said.row])).length === 0) return;
    if ("refused" in found) await transaction.say([toSpeaker(on, said, found.refused, found.fill ?? {}, now)]);
    else await keepDecided(transaction, found.draft(await transaction.nextAffair(found.kind), order), now);
    await transaction.settle([said.row], { as: "answered" });
  });
}
