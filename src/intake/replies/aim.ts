import type { Instant } from "../../shared/instant.ts";
import { MINUTE } from "../../shared/instant.ts";
import { VERBS, type Verb } from "../../tickets/command.ts";
import type { Office } from "../../tickets/office.ts";
import { isStaff, mayDo } from "../../tickets/permit.ts";
import type { Matter } from "../../tickets/register.ts";
import type { Heard } from "../heard.ts";
import type { Reply } from "./replies.ts";

/** Which ticket a reply means: exactly one, several (ask), or none. */
export type Aim = { readonly number: number } | { readonly choices: readonly Matter[] };

/** How long after a report `我家也是` in the group joins it without naming it. */
const FRESH = 30 * MINUTE;

/** Finds the ticket by number, else by the quoted sentence, else as the speaker's only one waiting (DESIGN: Ticket numbers and replies). */
export async function aim(office: Office, heard: Heard, reply: Reply, now: Instant): Promise<Aim> {
  const number = reply.number ?? heard.spoken.quotedNumber;
  if (number !== undefined) return { number };
  if (!isVerb(reply.verb)) return { choices: [] };

  const choices = await candidates(office, heard, reply.verb, now);
  const [first] = choices;
  const only = choices.length === 1 || reply.verb === "support" ? first : undefined;
  return only === undefined ? { choices } : { number: only.ticket.number };
}

async function candidates(office: Office, heard: Heard, verb: Verb, now: Instant): Promise<readonly Matter[]> {
  const { actor, room } = heard;
  if (verb === "support") {
    return room === undefined
      ? []
      : (await office.register.openIn(room.topic, now - FRESH)).filter(({ ticket }) => mayDo(office.desk, verb, actor, ticket));
  }
  const all =
    isStaff(actor) && actor.name !== undefined
      ? await office.register.waitingFor(actor.name)
      : await office.register.askedBy(actor.id);
  const possible = all.filter(({ ticket }) => {
    const takes = office.flowFor(ticket.kind).flow.states[ticket.stage]?.on[verb] !== undefined;
    return takes && mayDo(office.desk, verb, actor, ticket);
  });
  // Of several, those that wait for this very word come first: 满意 means the one just finished, 确认 the one not yet confirmed.
  const awaited = possible.filter(({ ticket }) => awaits(office, ticket.kind, ticket.stage, verb));
  return awaited.length > 0 ? awaited : possible;
}

function awaits(office: Office, kind: Matter["ticket"]["kind"], stage: string, verb: Verb): boolean {
  const { flow } = office.flowFor(kind);
  const state = flow.states[stage];
  if (verb === "rate" || verb === "reopen") return state?.waitsFor === "reporter";
  if (verb === "dismiss") return stage === flow.unsure;
  if (verb === "confirm") return stage === flow.initial || stage === flow.unsure;
  return false;
}

export function isVerb(verb: Reply["verb"]): verb is Verb {
  return (VERBS as readonly string[]).includes(verb);
}
