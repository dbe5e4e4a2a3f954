import { explainLimit } from "../../shared/explain-limit.ts";
import { DAY } from "../../shared/instant.ts";
import { maskText } from "../../shared/mask.ts";
import { nameIn } from "../../shared/personal.ts";
import { placeText } from "../../shared/place.ts";
import type { Local } from "../../shared/zone.ts";
import type { Effect } from "../deciding/decide.ts";
import { aliasOf, type Desk } from "../desk.ts";
import type { Flow } from "../flow/flow.ts";
import type { Matter } from "../register.ts";
import type { Level, Ticket, TicketEvent } from "../ticket.ts";
import type { Composing } from "./composing.ts";
import { unnamed } from "./unnamed.ts";
import { type Fill, fill, type Wording } from "./wording.ts";

const NOBODY = { id: "", alias: "" };

/** What a step is called to somebody who does not know the seven. */
const PLAIN: { readonly [step: string]: string } = {
  发现: "已登记",
  吹哨: "已通知",
  报到: "已接手",
  会商: "正在商量",
  办理: "正在办",
  反馈: "已有结果",
  评价: "已办结",
};

const LEVEL_NAMES: Record<Level, string> = { grid: "网格", community: "社区", joint: "联合" };

/** The values for a ticket's sentences, as much as this reader may know: residents by name for staff alone, a published wish without name or place. */
export function gaps(
  context: Composing,
  { ticket, summary }: Matter,
  event: TicketEvent,
  effect: Effect,
  wording: Wording,
): Fill {
  const { desk, flow, wordings, words } = context;
  const forStaff = wording.for === "staff";
  const text = effect.text || ticket.result || (wordings.get("seePhoto")?.text ?? "");
  return {
    ...standing(desk, flow, ticket),
    number: ticket.number,
    what: wording.for === "resident" ? summary : `${withPlace(ticket, summary)}${dayMeant(desk, ticket)}`,
    wish: ticket.published ?? unnamed(desk.community, summary),
    place: placeOf(ticket),
    reporter: forStaff ? (ticket.reporters[0]?.alias ?? "") : "",
    by: event.by,
    text: cut(text, 120),
    result: ONLY_DONE.test(text) ? "" : `：${cut(text, 120)}`,
    words: cut(words ?? summary, 60),
    cause: causeOf(context, ticket, effect),
    saying: words === undefined || words === "" ? "" : `：“${cut(words, 40)}”`,
    reach: isFar(context, ticket) ? (wordings.get("notFriend")?.text ?? "") : "",
    told: wordings.get(context.reachable(ticket.parties?.at(-1) ?? NOBODY) ? "partyTold" : "partyUnknown")?.text ?? "",
  };
}

/** A result that says no more than that there is one. */
const ONLY_DONE = /^(?:都|已经?|全|给)*(?:办|弄|修|处理|搞|做)?(?:好|完|结|妥)?了?[。.!！]*$/;

/** Whoever has not added the account hears nothing of what is said in private alone. */
function isFar({ reachable }: Composing, { reporters: [first] }: Ticket): boolean {
  return first !== undefined && !reachable(first);
}

/** What a unit is called for, when whoever called it said so; without the names and numbers of whoever raised it. */
function causeOf({ wordings }: Composing, { reporters, supporters }: Ticket, { text = "" }: Effect): string {
  const names = [...reporters, ...supporters].flatMap(({ alias }) => nameIn(alias) ?? []);
  const told = cut(maskText(text, names), 60);
  return told === "" ? "" : fill(wordings.get("calledFor")?.text ?? "", { text: told });
}

/** Where a ticket stands: its people, its step and its times, for any sentence about it. */
export function standing(desk: Desk, flow: Flow, ticket: Ticket): Fill {
  const { zone } = desk.calendar;
  const on = (clock: string): string => {
    const at = ticket.dues[clock];
    return at === undefined ? "" : dayAndTime(zone.local(at));
  };
  return {
    step: ticket.step,
    plain: PLAIN[ticket.step] ?? "",
    source: ticket.source ?? "",
    handler: aliasOf(desk, ticket.handler),
    first: aliasOf(desk, ticket.firstHandler),
    unit: ticket.unit ?? "",
    claimant: ticket.claimant?.alias ?? "",
    mode: ticket.mode === undefined ? "" : `（${ticket.mode}）`,
    level: LEVEL_NAMES[ticket.level],
    levelEnds: on("level"),
    totalEnds: on("total"),
    until: on("until"),
    untilDay: on("until").replace(/\d+:\d+$/, ""),
    courtEnds: dayAndTime(zone.local((ticket.dues["agreed"] ?? ticket.openedAt) + COURT)).replace(/\d+:\d+$/, ""),
    card: `${zone.local(ticket.openedAt).year}-${String(ticket.number).padStart(3, "0")}`,
    limit: limitText(desk, flow, ticket),
    advice: (flow.advice?.[ticket.category] ?? flow.advice?.["其他"] ?? "").replace("{place}", placeOf(ticket)),
    duty: dutyText(desk, ticket),
    into: ticket.mergedInto,
  };
}

/** The spot that others are told of: never the room. */
function placeOf({ place: { building, unit, spot } }: Ticket): string {
  const where = {
    ...(building === undefined ? {} : { building }),
    ...(unit === undefined ? {} : { unit }),
    ...(spot === undefined ? {} : { spot }),
  };
  return placeText(where).replaceAll(" ", "") || "现场";
}

/** How the limit of a ticket came about, for whoever asks. */
function limitText({ calendar }: Desk, flow: Flow, ticket: Ticket): string {
  const from = ticket.since ?? ticket.openedAt;
  const isPaused = (ticket.pauses?.length ?? 0) > 0;
  const text = explainLimit(calendar, from, flow.limits[ticket.urgency].act, ticket.dues["act"], isPaused);
  return ticket.extraDays === undefined ? text : `${text}，另延期 ${ticket.extraDays} 个工作日`;
}

/** Whose duty a matter is by the units' lists, as a hint to whoever must answer it. */
function dutyText({ community }: Desk, { number, category, unit }: Ticket): string {
  const duty = community.units.find(({ duties }) => duties.includes(category));
  return duty === undefined || unit !== undefined ? "" : `\n按职责清单属${duty.name}，可回“吹哨 ${number}”。`;
}

/** Both parties together may ask the court to confirm an agreement within thirty days (人民调解法 33). */
const COURT = 30 * DAY;

export function dayAndTime({ month, day, hour, minute, weekday }: Local): string {
  return `${month}月${day}日（周${"一二三四五六日"[weekday - 1]}）${hour}:${String(minute).padStart(2, "0")}`;
}

/** Staff need to know where; the summary may not say, or only in part. */
function withPlace({ place }: Ticket, summary: string): string {
  const { building, spot } = place;
  const named = building !== undefined && new RegExp(`(?<!\\d)${building}(?:号|栋|幢|座|-)`).test(summary);
  const { building: _building, unit: _unit, room: _room, ...rest } = place;
  const { spot: _spot, estate: _estate, ...where } = { ...(named ? rest : place), estate: undefined };
  const unsaid = spot === undefined || summary.includes(spot) ? where : { ...where, spot };
  const text = placeText(unsaid);
  return text === "" ? summary : `${text} ${summary}`;
}

/** `昨天` in a summary is another day by the time somebody reads it: the day is said when it is not the one of the report. */
function dayMeant({ calendar: { zone } }: Desk, { when, openedAt, kind }: Ticket): string {
  if (when === undefined || kind === "dispute" || zone.day(when.from) === zone.day(openedAt)) return "";
  const { month, day } = zone.local(when.from);
  return `（${month}月${day}日）`;
}

function cut(text: string, most: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > most ? `${line.slice(0, most)}…` : line;
}
