import { placeText } from "../../shared/place.ts";
import { aliasOf } from "../../tickets/desk.ts";
import type { Matter } from "../../tickets/register.ts";
import type { Actor, TicketEvent } from "../../tickets/ticket.ts";
import type { BoardParts } from "../parts.ts";
import { clocksOf } from "./clocks.ts";
import type { Said } from "./finder.ts";
import { eventName, KIND_NAMES, LEVEL_NAMES, OUTCOME_NAMES, URGENCY_NAMES } from "./names.ts";
import { type Sight, titleFor } from "./sight.ts";
import type { TicketView, Time } from "./ticket-page.ts";

/** As many lines and events as a page holds. */
const LINES = 30;
const EVENTS = 60;
const CUT = 300;

export const PHOTO = /\.(?:jpe?g|png|gif|webp)$/;

/** One ticket as this person may read it. */
export async function showTicket(parts: BoardParts, actor: Actor, sight: Sight, matter: Matter): Promise<TicketView> {
  const { finder, desk, flowFor, clock } = parts;
  const { ticket } = matter;
  const time = (at: number): Time => ({ iso: parts.iso(at), text: parts.sayTime(at) });
  const isWhole = sight === "whole";
  const [events, lines] = await Promise.all([
    finder.history(ticket.number),
    isWhole || sight === "work" ? finder.said(ticket.number) : [],
  ]);
  const { clocks, source } = clocksOf(flowFor(ticket.kind), ticket);
  const shown = lines.filter(({ file }) => isWhole || file !== undefined);
  return {
    number: ticket.number,
    title: titleFor(desk.community, sight, matter),
    kind: KIND_NAMES[ticket.kind] ?? ticket.kind,
    step: ticket.step,
    ...(ticket.state === "closed" ? { outcome: OUTCOME_NAMES[ticket.outcome] ?? ticket.outcome } : {}),
    facts: factsOf(parts, sight, matter),
    clocks: clocks.map(({ name, at, why, isPromised, isEnd }) => ({
      name,
      at: time(at),
      ...(why === undefined ? {} : { why }),
      state: (isPromised || isEnd) && at < clock() ? "late" : isPromised ? "promised" : "",
    })),
    source,
    ...(isWhole || shown.length > 0
      ? { said: shown.slice(-LINES).map((line) => saidLine(ticket.number, sight, line, time)) }
      : {}),
    history: events.slice(-EVENTS).map((event) => happened(parts, actor, sight, event, time)),
    left: Math.max(0, events.length - EVENTS) + Math.max(0, shown.length - LINES),
  };
}

function factsOf({ desk, sayTime }: BoardParts, sight: Sight, { ticket }: Matter): TicketView["facts"] {
  const isWhole = sight === "whole";
  const isKnown = isWhole || sight === "work";
  const people = [...ticket.reporters, ...ticket.supporters].map(({ alias }) => alias);
  const facts: readonly (readonly [string, string | undefined])[] = [
    ["地点", isKnown ? placeText(ticket.place) : undefined],
    ["类别", sight === "party" ? undefined : ticket.category],
    ["缓急", isKnown ? URGENCY_NAMES[ticket.urgency] : undefined],
    ["反映人", isWhole ? people.slice(0, 12).join("、") + (people.length > 12 ? ` 等 ${people.length} 户` : "") : undefined],
    ["对方", isWhole ? ticket.parties?.map(({ alias }) => alias).join("、") : undefined],
    ["来自", isWhole ? (ticket.room ?? "私聊") : undefined],
    ["网格", isWhole ? ticket.grid : undefined],
    ["层级", isWhole ? LEVEL_NAMES[ticket.level] : undefined],
    ["经办人", aliasOf(desk, ticket.handler)],
    ["首接负责", ticket.firstHandler === ticket.handler || !isWhole ? undefined : aliasOf(desk, ticket.firstHandler)],
    ["单位", ticket.unit],
    ["认领人", isKnown ? ticket.claimant?.alias : undefined],
    ["服务方式", ticket.mode],
    ["登记时间", sayTime(ticket.openedAt)],
    ["结果", sight === "party" ? undefined : ticket.result],
    ["评价", ticket.rating === undefined || !isWhole ? undefined : `${ticket.rating} 分`],
    ["不计入三率", isWhole ? ticket.excluded : undefined],
    ["并入", ticket.mergedInto === undefined ? undefined : `#${ticket.mergedInto}`],
  ];
  return facts.flatMap(([name, text]) => (text === undefined || text === "" ? [] : [{ name, text }]));
}

function saidLine(number: number, sight: Sight, { id, at, alias, text, file }: Said, time: (at: number) => Time) {
  const isWhole = sight === "whole";
  return {
    alias: isWhole ? alias : "居民",
    at: time(at),
    text: isWhole ? cut(text) : "",
    isPhoto: file !== undefined && PHOTO.test(file),
    ...(file === undefined ? {} : { file: `/tickets/${number}/files/${id}` }),
  };
}

/** Whoever is no member of staff reads what happened and when, and of staff who; the words are their own alone. */
function happened(
  { desk }: BoardParts,
  actor: Actor,
  sight: Sight,
  { type, at, by, text }: TicketEvent,
  time: (at: number) => Time,
) {
  const isOwn = by === actor.alias;
  const isStaff = desk.community.people.some(({ alias }) => alias === by);
  const isTold = sight === "whole" || isOwn;
  return {
    at: time(at),
    name: eventName(type),
    by: by === "clock" ? "到时自动" : isTold || isStaff ? by : "居民",
    ...(isTold && text !== undefined && text !== "" ? { text: cut(text) } : {}),
  };
}

function cut(text: string): string {
  return text.length > CUT ? `${text.slice(0, CUT)}…` : text;
}
