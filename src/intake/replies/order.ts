import type { Community, Unit } from "../../shared/community.ts";
import { HOUR, type Instant, type When } from "../../shared/instant.ts";
import { after } from "../../shared/work-calendar.ts";
import type { Command, Verb } from "../../tickets/command.ts";
import type { Desk } from "../../tickets/desk.ts";
import type { Actor, PersonRef } from "../../tickets/ticket.ts";
import type { Reply } from "./reply.ts";

/** What the words of an order are looked up in. */
export type Ordering = {
  readonly desk: Desk;
  /** The time that a text tells, if it tells one. */
  readonly readTime: (text: string, now: Instant) => When | undefined;
  /** Somebody known by that name in a group; the mediator may name a resident. */
  readonly personNamed: (text: string) => PersonRef | undefined;
};

const FOR_UNITS: readonly Verb[] = ["whistle", "notice", "rule", "transfer"];
const TIMED: readonly Verb[] = ["consult", "meet", "suspend", "notice", "extend"];

/** A reply about a ticket as an order: names become people and units, words become moments. What is missing the desk asks for. */
export function orderOf(on: Ordering, actor: Actor, reply: Reply, photos: number, now: Instant): Command {
  const verb = meantBy(actor, reply.verb as Verb);
  const given: Command = {
    verb,
    by: actor,
    ...(photos === 0 ? {} : { photos }),
    ...(reply.days === undefined ? {} : { days: reply.days }),
    ...(reply.mark === undefined ? {} : { mark: reply.mark }),
    ...(reply.into === undefined ? {} : { into: reply.into }),
    ...(reply.kind === undefined ? {} : { kind: reply.kind }),
  };
  const named = FOR_UNITS.includes(verb) ? addressed(on.desk.community, given, reply.text) : { order: given, rest: reply.text };
  const order = verb === "party" ? { ...named.order, party: partyIn(on, reply.text) } : named.order;
  const at = TIMED.includes(verb) ? momentIn(on, verb, reply, now) : undefined;
  const words = verb === "suspend" || verb === "extend" ? withoutTime(on, named.rest, now) : named.rest;
  // A unit's name alone is no reason to call it.
  const isDropped = order.verb === "whistle" || order.verb === "extend";
  const text = reply.text === "" || isDropped ? words : words || reply.text;
  return { ...order, ...(at === undefined ? {} : { at }), ...(text === "" ? {} : { text }) };
}

/** The same words mean another order from a unit: `接单` that it reports in, `不归我们管` that it objects. */
function meantBy({ unit }: Actor, verb: Verb): Verb {
  if (unit === undefined) return verb;
  return verb === "confirm" ? "accept" : verb === "refer" || verb === "reject" ? "object" : verb;
}

/** Whom the words name first. A ticket handed to a unit is a call to it: the first handler stays responsible. */
function addressed(community: Community, order: Command, text: string): { readonly order: Command; readonly rest: string } {
  if (order.verb === "transfer" && /^(?:我|本人|自己)/.test(text) && order.by.name !== undefined)
    return { order: { ...order, to: order.by.name }, rest: "" };
  const person = community.people.find(
    ({ name, alias, unit }) => unit === undefined && (text.includes(alias) || text.includes(name)),
  );
  if (order.verb === "transfer" && person !== undefined) {
    return { order: { ...order, to: person.name }, rest: without(text.replace(person.alias, ""), person.name) };
  }
  const found = unitIn(community, text);
  if (found === undefined) {
    // Somebody is named whom nobody knows: better to ask than to call whoever is usually called.
    const isNamed =
      order.verb !== "rule" &&
      order.verb !== "transfer" &&
      /^[\p{Script=Han}]{2,12}(?:局|公司|物业|所|中心|办|站|大队|学校|医院|街道)/u.test(text);
    return { order: isNamed ? { ...order, to: text.slice(0, 12) } : order, rest: text };
  }
  const verb = order.verb === "transfer" ? "whistle" : order.verb;
  return { order: { ...order, verb, to: found.unit.name }, rest: without(text, found.words) };
}

function without(text: string, words: string): string {
  return text
    .replace(words, "")
    .replace(/^[\s，,：:、的去来]+/, "")
    .trim();
}

/** The unit that a text names, also by a part of its name or by its contact: `供电公司`, `物业贺经理`. Undefined when none or two could be meant. */
export function unitIn(community: Community, text: string): { readonly unit: Unit; readonly words: string } | undefined {
  const head = text.slice(0, 24);
  const found = community.units
    .map((unit) => ({
      unit,
      words: [unit.name, unit.contact ?? ""].map((name) => shared(name, head)).reduce((a, b) => (b.length > a.length ? b : a)),
    }))
    .filter(({ words }) => words.length >= 2)
    .sort((one, other) => other.words.length - one.words.length);
  const [best, second] = found;
  return best !== undefined && best.words.length > (second?.words.length ?? 0) ? best : undefined;
}

/** The longest part of a name that stands in a text. */
function shared(name: string, text: string): string {
  for (let length = name.length; length >= 2; length--) {
    for (let start = 0; start + length <= name.length; start++) {
      const part = name.slice(start, start + length);
      if (text.includes(part)) return part;
    }
  }
  return "";
}

/** A party whose account nobody knows is kept by the name that the mediator gave. */
function partyIn({ personNamed }: Ordering, text: string): PersonRef {
  const alias = text.replace(/^(?:是|为|叫)/, "").slice(0, 30);
  return personNamed(alias) ?? { id: `named:${alias}`, alias };
}

/** A day and nothing else: `周五`, `到9月20日前`. */
const DAY_ALONE =
  /^(?:到|至)?(?:[下本这]?个?(?:周|星期|礼拜)[一二三四五六日天末]|[今明后]天|大后天|月底|月末|[上中下]午|[早晚]上|\d{1,2}[月日号点:：./]|\d{1,2}|半|底)+(?:之?前|以前|左右|为止)?[吧哈]?$/u;

/** A reason without the day that stands before it: it is told beside it anyway. */
function withoutTime({ readTime }: Ordering, text: string, now: Instant): string {
  const [first = "", ...rest] = text.split(/[，,\s]+/);
  if (DAY_ALONE.test(first)) return rest.join("，");
  return rest.length > 0 && readTime(first, now) !== undefined ? rest.join("，") : text;
}

/** An order is about what is to come: the first clause that tells of it counts, whatever the others say of the past. */
function comingTime(readTime: Ordering["readTime"], text: string, now: Instant): When | undefined {
  const clauses = [...text.split(/[，,。；;\s]+/), text].filter((clause) => clause !== "");
  return clauses.map((clause) => readTime(clause, now)).find((when) => when !== undefined && (when.to ?? when.from) > now);
}

/** A day alone means its morning; a limit means its evening. `3天` counts from now. */
function momentIn({ desk, readTime }: Ordering, verb: Verb, { text, days }: Reply, now: Instant): Instant | undefined {
  const { zone } = desk.calendar;
  const hour = verb === "notice" || verb === "extend" ? 18 : 9;
  const when = comingTime(readTime, text.replace(/(?<!\d)(1?\d)[/.](\d{1,2})(?![\d.])/g, "$1月$2日"), now);
  if (when === undefined) {
    const last = days === undefined ? undefined : after(desk.calendar, now, { count: days, unit: "wd" });
    return last === undefined ? undefined : zone.instant(zone.day(last), hour, 0);
  }
  const isWholeDay = when.to !== undefined && when.to - when.from >= 12 * HOUR;
  return isWholeDay ? zone.instant(zone.day(when.from), hour, 0) : verb === "notice" ? (when.to ?? when.from) : when.from;
}
