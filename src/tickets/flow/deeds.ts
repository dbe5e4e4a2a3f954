import { assign } from "xstate";
import { allGrids, contactOf, dutyUnit } from "../../shared/community.ts";
import { DAY, type Instant } from "../../shared/instant.ts";
import { after, nextWaking } from "../../shared/work-calendar.ts";
import type { Command } from "../command.ts";
import { type Desk, handlerAt, secretaryOf } from "../desk.ts";
import type { Facts, Level, PersonRef, Whistle } from "../ticket.ts";
import type { Context } from "./context.ts";
import type { Deed, Flow } from "./flow.ts";
import { extended, ladderOf, stamp } from "./stamp.ts";

type Change = (context: Context) => Partial<{ [fact in keyof Facts]: Facts[fact] | undefined }>;

const above: Record<Level, Level> = { grid: "community", community: "joint", joint: "joint" };

/** The four ways of serving (B3); whoever takes a matter may name one. */
const MODES = /上门访办|跑腿代办|应急立办|网上快办/;

/** Marks up to this say that it is not good yet. */
export const LOW = 2;

/** In working days: what has waited for long is asked about no more rarely than this. */
const RAREST = 3;

const waited = ({ since, openedAt }: Facts, now: Instant): number => now - (since ?? openedAt);

/** What flows may change (`do:`), each as what it makes of the facts. A fact given as undefined holds no longer. */
export function deeds(flow: Flow, desk: Desk): Record<Deed, unknown> {
  const limitOf = ({ urgency }: Facts) => flow.limits[urgency];
  const answerBy = ({ facts, now }: Context) => ({ ...facts.dues, respond: after(desk.calendar, now, limitOf(facts).respond) });
  const changes: Record<Deed, Change> = {
    climb: (context) => {
      const level = above[context.facts.level];
      const { facts, command } = context;
      // What the level below never answered was due then, whatever the next one promises.
      const missed = facts.dues["missed"] ?? (command === undefined ? facts.dues["respond"] : undefined);
      const dues = { ...takeOver(flow, desk, context, level), ...(missed === undefined ? {} : { missed }) };
      return { level, handler: handlerAt(desk, facts, level), dues };
    },
    // Nobody is above the highest level: it is reminded less and less often, by day, and the promise that was missed stays missed.
    again: ({ facts, now }) => {
      const since = waited(facts, now);
      const days = Math.min(RAREST, Math.floor(since / DAY / 2));
      const later =
        facts.urgency === "danger"
          ? nextWaking(desk.calendar, now + Math.min(since, DAY))
          : after(desk.calendar, now, { count: days, unit: "wd" });
      const next = Math.max(after(desk.calendar, now, limitOf(facts).press), later);
      return { dues: { ...facts.dues, again: next, ...(facts.stage === "consulting" ? { respond: next } : {}) } };
    },
    // What nobody is sure of is asked about less and less often, the longer nobody has answered.
    askLater: ({ facts, now }) => {
      const asLongAgain = now + waited(facts, now);
      return { dues: { ...facts.dues, respond: Math.max(after(desk.calendar, now, limitOf(facts).press), asLongAgain) } };
    },
    take: ({ facts, command }) => {
      const grid = allGrids(desk.community.grids).find(({ worker }) => worker === command?.by.name);
      const mode = MODES.exec(command?.text ?? "")?.[0];
      const named = mode === undefined ? {} : { mode };
      // Whoever was asked first and answers after all has it again, and is named to those who wait (D7).
      const isBack = command?.by.name === facts.firstHandler && facts.handler !== facts.firstHandler && facts.kind !== "dispute";
      if (isBack) return { ...named, handler: facts.firstHandler, level: "grid" };
      if (facts.grid !== undefined || grid === undefined || facts.kind === "dispute") return named;
      return { ...named, grid: grid.name, handler: grid.worker, firstHandler: grid.worker, level: "grid" };
    },
    extend: ({ facts, command, now }) => {
      const extraDays = extended(desk, flow, facts, command ?? {}, now);
      return { extraDays, dues: { ...facts.dues, act: stamp(desk, flow, { ...facts, extraDays }, now)["act"] ?? now } };
    },
    transfer: ({ facts, command }) => ({ handler: command?.to ?? facts.handler }),
    // The day of the agreement is remembered: thirty days run from it.
    agree: ({ facts, now }) => ({ dues: { ...facts.dues, agreed: now } }),
    // A photo without words is a result too, and not the words of the time before.
    keepResult: ({ command }) => ({ result: command?.text ?? "" }),
    rate: ({ facts, command }) => {
      if (command?.mark === undefined) return {};
      const ratings = { ...facts.ratings, [command.by.id]: command.mark };
      const lowMarks = (facts.lowMarks ?? 0) + (command.mark <= LOW ? 1 : 0);
      return {
        ratings,
        rating: ratings[facts.reporters[0]?.id ?? ""] ?? facts.rating ?? command.mark,
        ...(lowMarks === 0 ? {} : { lowMarks }),
      };
    },
    restart: ({ facts, now }) => {
      const fresh = { since: now, pauses: undefined, extraDays: undefined };
      const { pauses: _pauses, extraDays: _days, ...rest } = facts;
      return { ...fresh, dues: stamp(desk, flow, { ...rest, since: now }, now) };
    },
    join: ({ facts, command }) => {
      if (command === undefined || facts.supporters.some(({ id }) => id === command.by.id)) return {};
      return { supporters: [...facts.supporters, { id: command.by.id, alias: command.by.alias }] };
    },
    whistle: (context) => call(desk, context, answerBy(context)),
    reportIn: ({ facts, now }) => ({ whistles: lastCall(facts, (call) => ({ reportedInAt: now, ...call })) }),
    object: (context) => ({
      whistles: lastCall(context.facts, (call) => ({ ...call, objectedAt: context.now })),
      handler: secretaryOf(desk),
      dues: answerBy(context),
    }),
    // What the secretary decides is final: the unit named takes it, else it is the first handler's again.
    rule: (context) => {
      const named = contactOf(desk.community, context.command?.to ?? "") !== undefined;
      const handler = context.facts.firstHandler;
      return {
        ruled: true,
        handler,
        ...(named ? call(desk, context, answerBy(context)) : { unit: undefined, dues: answerBy(context) }),
      };
    },
    finishCall: ({ facts, now }) =>
      facts.unit === undefined ? {} : { whistles: lastCall(facts, (one) => ({ ...one, finishedAt: now })) },
    until: ({ facts, command, now }) => ({ dues: { ...facts.dues, until: command?.at ?? now } }),
    // After the meeting people are told what came of it.
    answerAfter: ({ facts, now }) => {
      const from = Math.max(now, facts.dues["until"] ?? now);
      return { dues: { ...facts.dues, respond: after(desk.calendar, from, limitOf(facts).respond) } };
    },
    pause: ({ facts, now }) => ({ pauses: [...(facts.pauses ?? []), { from: now }] }),
    goOn: ({ facts, now }) => {
      const pauses = facts.pauses?.map((pause) => ({ to: now, ...pause }));
      const { act = now } = stamp(desk, flow, { ...facts, ...(pauses === undefined ? {} : { pauses }) }, now);
      return { pauses, dues: { ...facts.dues, act: Math.max(act, facts.dues["act"] ?? act) } };
    },
    exclude: ({ command }) => ({ excluded: command?.text ?? "" }),
    include: () => ({ excluded: undefined }),
    // A rectification notice names who mends it and by when: that is the limit from now on (B7).
    order: (context) => {
      const { facts, command, now } = context;
      const at = command?.at ?? now;
      return { ...call(desk, context, facts.dues), dues: { ...facts.dues, act: at, until: at } };
    },
    publish: ({ command }) => (command?.text === undefined ? {} : { published: command.text.replace(MODES, "").trim() }),
    claim: ({ command }) => (command === undefined ? {} : { claimant: { id: command.by.id, alias: command.by.alias } }),
    release: ({ facts, now }) => ({
      claimant: undefined,
      returned: (facts.returned ?? 0) + 1,
      since: now,
      dues: stamp(desk, flow, { ...facts, since: now }, now),
    }),
    party: ({ facts, command }) => ({ parties: withParty(facts.parties ?? [], command) }),
    consent: () => ({ consented: true }),
    linkPolice: () => ({ police: true }),
    unjoin: ({ facts, command }) => ({ supporters: facts.supporters.filter(({ id }) => id !== command?.party?.id) }),
    merge: ({ command }) => (command?.into === undefined ? {} : { mergedInto: command.into }),
  };
  return Object.fromEntries(
    Object.entries(changes).map(([name, change]) => [
      name,
      assign(({ context }: { context: Context }) => ({ ...context, facts: { ...context.facts, ...change(context) } as Facts })),
    ]),
  ) as Record<Deed, unknown>;
}

/** What a level that has just taken over promises. The highest level has nobody above it: it is pressed instead. */
function takeOver(flow: Flow, desk: Desk, { now, facts }: Context, level: Level): Facts["dues"] {
  const limit = flow.limits[facts.urgency];
  const due = after(desk.calendar, now, level === "joint" ? limit.press : limit.climb);
  const act = facts.dues["act"] !== undefined && facts.dues["act"] < due ? { act: due } : {};
  return { ...facts.dues, respond: due, ...act, ...ladderOf(desk, flow, level, facts.since ?? facts.openedAt) };
}

/** The unit that is named, else the one called before, else the one whose duty list covers it, is called now. */
function call(desk: Desk, { facts, command, now }: Context, dues: Facts["dues"]): ReturnType<Change> {
  const named = contactOf(desk.community, command?.to ?? "") === undefined ? undefined : command?.to;
  const unit = named ?? facts.unit ?? dutyUnit(desk.community, facts.category)?.name;
  if (unit === undefined) return {};
  return { unit, dues, whistles: [...(facts.whistles ?? []), { unit, at: now }] };
}

function lastCall({ whistles = [] }: Facts, change: (call: Whistle) => Whistle): readonly Whistle[] {
  return whistles.map((call, index) => (index === whistles.length - 1 ? change(call) : call));
}

function withParty(parties: readonly PersonRef[], command: Command | undefined): readonly PersonRef[] {
  const party = command?.party;
  return party === undefined || parties.some(({ id }) => id === party.id) ? parties : [...parties, party];
}
