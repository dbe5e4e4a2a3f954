import type { Room } from "../../shared/community.ts";
import type { Instant } from "../../shared/instant.ts";
import { HOUR, MINUTE } from "../../shared/instant.ts";
import type { Place } from "../../shared/place.ts";
import { VERBS, type Verb } from "../../tickets/command.ts";
import type { Office } from "../../tickets/keep.ts";
import { isStaff, mayDo } from "../../tickets/permit.ts";
import type { Matter } from "../../tickets/register.ts";
import type { Actor } from "../../tickets/ticket.ts";
import type { Heard } from "../heard.ts";
import type { Reply } from "./reply.ts";

/** Which ticket a reply means: exactly one, several (ask), or none. */
export type Aim = { readonly number: number } | { readonly choices: readonly Matter[] };

export type Aiming = {
  readonly office: Office;
  /** Where somebody lives, as their name in a group says. */
  readonly homeOf: (alias: string, room: Room | undefined) => Place;
  readonly recent: { readonly talkedSince: (room: string, since: Instant) => boolean };
};

/** How long after a report `我家也是` in the group joins it without naming it. */
const FRESH = 30 * MINUTE;

/** How long somebody who was asked about a danger means it by a bare `到场` or `确认`. */
const ASKED = HOUR;

/** Finds the ticket by number, else by the quoted sentence, else as the speaker's only one waiting (DESIGN: Ticket numbers and replies). */
export async function aim(on: Aiming, heard: Heard, reply: Reply, now: Instant): Promise<Aim> {
  const number = reply.number ?? heard.spoken.quotedNumber;
  if (number !== undefined) return { number };
  if (!isVerb(reply.verb)) return { choices: [] };

  // A unit takes a call with the same word with which staff take a matter.
  const verb = heard.actor.unit !== undefined && reply.verb === "confirm" ? "accept" : reply.verb;
  const dangers = await askedAbout(on, heard, reply, verb, now);
  const choices = dangers.length > 0 ? dangers : await candidates(on, heard, verb, now);
  const [first] = choices;
  const only = choices.length === 1 || reply.verb === "support" ? first : undefined;
  return only === undefined ? { choices } : { number: only.ticket.number };
}

/** Dangers that the speaker was just asked about and nobody has come to yet: before everything else that the same word could mean. */
async function askedAbout(
  { office }: Aiming,
  { actor, room }: Heard,
  reply: Reply,
  verb: Verb,
  now: Instant,
): Promise<readonly Matter[]> {
  const isAnswer = reply.verb === "arrive" || (reply.verb === "confirm" && reply.bare);
  if (!isAnswer || actor.roles.length === 0) return [];
  const asked = await office.register.toldTo(actor.id, room?.topic, now - ASKED);
  return asked.filter(({ ticket }) => {
    if (!isDanger(ticket)) return false;
    const moves = office.flowFor(ticket.kind).flow.states[ticket.stage]?.on[verb] ?? [];
    const isAwaited = moves.some(({ to }) => to !== undefined && to !== ticket.stage);
    return isAwaited && mayDo(office.desk, verb, actor, ticket);
  });
}

async function candidates(
  { office, homeOf, recent }: Aiming,
  heard: Heard,
  verb: Verb,
  now: Instant,
): Promise<readonly Matter[]> {
  const { actor, room } = heard;
  if (verb === "support") {
    if (room === undefined) return [];
    const fresh = await office.register.openIn(room.topic, now - FRESH);
    const home = homeOf(actor.alias, room).building;
    return fresh.filter(
      ({ ticket }) =>
        mayDo(office.desk, verb, actor, ticket) &&
        concerns(ticket.place.building, home) &&
        !recent.talkedSince(room.topic, ticket.openedAt),
    );
  }
  const all = verb === "claim" ? await office.register.unclaimed() : await mattersOf(office, actor);
  const possible = all.filter(({ ticket }) => {
    const takes = office.flowFor(ticket.kind).flow.states[ticket.stage]?.on[verb] !== undefined;
    return takes && mayDo(office.desk, verb, actor, ticket);
  });
  // Of several, those that wait for this very word come first: 满意 means the one just finished, 确认 the one not yet confirmed.
  const awaited = possible.filter(({ ticket }) => awaits(office, ticket.kind, ticket.stage, verb));
  return awaited.length > 0 ? awaited : possible;
}

/** Everything that a person has to do with as it stands: what they handle, were called to, have claimed, or raised themselves. */
export async function mattersOf({ register }: Office, actor: Actor): Promise<readonly Matter[]> {
  if (isStaff(actor) && actor.name !== undefined) {
    const own = await register.waitingFor(actor.name);
    return own.length > 0 ? own : register.askedBy(actor.id);
  }
  const [called, claimed, asked] = await Promise.all([
    actor.unit === undefined ? [] : register.calledTo(actor.unit),
    actor.roles.length === 0 ? [] : register.claimedBy(actor.id),
    register.askedBy(actor.id),
  ]);
  const helping = [...called, ...claimed.filter(({ ticket }) => !called.some((one) => one.ticket.number === ticket.number))];
  return helping.length > 0 ? helping : asked;
}

/** `我家也是` is about a neighbour's house only when one lives there: the same trouble elsewhere is another matter. */
function concerns(building: string | undefined, home: string | undefined): boolean {
  return building === undefined || home === undefined || building === home;
}

/** Minutes matter. */
export function isDanger({ kind, urgency }: Matter["ticket"]): boolean {
  return kind === "hazard" || urgency === "danger";
}

function awaits(office: Office, kind: Matter["ticket"]["kind"], stage: string, verb: Verb): boolean {
  const { flow } = office.flowFor(kind);
  const state = flow.states[stage];
  if (verb === "rate" || verb === "reopen") return state?.waitsFor === "reporter";
  if (verb === "dismiss") return stage === flow.unsure;
  if (verb === "accept") return state?.waitsFor === "unit";
  if (verb === "confirm") return stage === flow.initial || stage === flow.unsure;
  return false;
}

export function isVerb(verb: Reply["verb"]): verb is Verb {
  return (VERBS as readonly string[]).includes(verb);
}
