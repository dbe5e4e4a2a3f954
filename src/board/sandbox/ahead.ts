import type { Affair } from "../../council/affair.ts";
import type { Tended } from "../../outbox/queue.ts";
import type { Previewed } from "../../schedule/preview.ts";
import { type Instant, SECOND } from "../../shared/instant.ts";
import { type Desked, ring } from "../../tickets/deciding/decide.ts";
import { aliasOf } from "../../tickets/desk.ts";
import type { Kind } from "../../tickets/reading.ts";
import type { Matter } from "../../tickets/register.ts";
import type { Ticket } from "../../tickets/ticket.ts";

/** Something that the bot will do by itself: when, about what, and what it is. `entry`: the calendar's name of it. */
export type Ahead = { readonly at: Instant; readonly about: string; readonly text: string; readonly entry?: string };

export type Pending = {
  readonly clocks: readonly (Matter & { readonly clock: string; readonly at: Instant })[];
  readonly affairs: readonly Affair[];
  readonly calendar: readonly Previewed[];
  readonly waiting: readonly Tended[];
};

/** What will happen by itself, the soonest first: of each matter and each entry of the calendar only the next. Nothing of disputes. */
export function aheadOf(pending: Pending, flowFor: (kind: Kind) => Desked, now: Instant): readonly Ahead[] {
  const matters = pending.clocks
    .filter(({ ticket }) => ticket.kind !== "dispute")
    .flatMap(({ ticket, summary, clock, at }) => {
      const text = clockWords(flowFor(ticket.kind), ticket, clock, at);
      return text === undefined ? [] : [{ at, about: `#${ticket.number} ${short(summary)}`, text }];
    });
  const calendar = pending.calendar.map((one) => ({
    at: one.at,
    about: placeOf(one.rooms),
    text: calledBy(one),
    entry: one.name,
  }));
  const all = [...firstOf(matters, ({ about }) => about), ...pending.affairs.flatMap(affairAhead), ...firstOf(calendar, nameOf)];
  return [...all, ...storedUp(pending.waiting, now)].filter(({ at }) => at > now).sort((one, other) => one.at - other.at);
}

/** What a clock's end will do, told from what the flow then decides; undefined when nobody would notice. */
function clockWords(on: Desked, ticket: Ticket, clock: string, at: Instant): string | undefined {
  const rung = ring(on, ticket, clock, at);
  const [event] = rung?.events ?? [];
  if (rung === undefined || event === undefined) return undefined;

  const handler = aliasOf(on.desk, ticket.handler);
  const next = aliasOf(on.desk, rung.ticket.handler);
  const told = rung.effects.map(({ to }) => to);
  const resident = ticket.reporters[0]?.alias ?? "报事的人";
  switch (event.type) {
    case "reminded":
      if (told.includes("unit")) return `${ticket.unit ?? "单位"}若没回话，再催一次`;
      if (!told.includes("handler")) return `${resident}若没回话，轻轻问一次`;
      return clock.includes(".nudge.") ? `快到期了，提醒${handler}` : `${handler}若不回复，就提醒一次`;
    case "overdue":
      return `${handler}若没办完，提醒已经超期`;
    case "climbed":
      return next === handler ? `${handler}若还没管，往上报一级` : `${handler}若还没管，请${next}协调`;
    case "settled":
      return "没人再说什么，就按办完收尾";
    case "resumed":
      return "等够了，接着办";
    case "forgotten":
      return "一直没人认，就不再追问";
    default:
      return told.length === 0 ? undefined : "到时间了，接着往下走";
  }
}

const AFFAIRS: Readonly<Record<string, string>> = {
  "notice.receipt": "告诉发通知的人：发到了哪些群",
  "notice.remind": "快到时间了，在群里再提醒一次",
  "meeting.dayBefore": "提醒大家：明天开会",
  "meeting.hourBefore": "提醒大家：快开会了",
  "meeting.askMinutes": "问召集人：开成了吗，定了什么",
  "meeting.publicOver": "公示到期，告诉召集人",
  "round.nudge": "谁没说巡完了，就问一声",
  "survey.closed": "收卡片，算满意度",
  "vote.collected": "意见收齐了，报给书记",
  "vote.propose": "提醒书记写方案",
  "vote.remind": "提醒还没投的人家",
  "vote.close": "投票截止，按户数票",
  "vote.publicOver": "公示到期",
  "vote.resultOver": "结果公示到期",
};
const NAMES: Readonly<Record<Affair["kind"], string>> = {
  notice: "通知",
  meeting: "会议",
  vote: "表决",
  project: "项目",
  survey: "问卷",
  round: "巡查",
};

function affairAhead(affair: Affair): readonly Ahead[] {
  return Object.entries(affair.clocks).flatMap(([clock, at]) => {
    const text = clock === "forgotten" ? "草稿没人确认，就作废" : AFFAIRS[`${affair.kind}.${clock}`];
    return text === undefined ? [] : [{ at, about: `${NAMES[affair.kind]}${affair.number}${titleOf(affair)}`, text }];
  });
}

function titleOf(affair: Affair): string {
  return "title" in affair && affair.kind !== "round" ? ` ${short(affair.title)}` : "";
}

const DOES: Readonly<Record<Previewed["does"], string>> = {
  say: "提醒",
  tips: "发小贴士",
  duty: "发值班表",
  round: "喊大家去巡查",
  meeting: "发会议通知",
  weeklyAnnouncement: "发一周播报",
  weeklyReview: "给工作人员发周报",
  monthlyAnalysis: "给工作人员发月报",
  yearlyReport: "发年报",
};

function calledBy({ does, title, words }: Previewed): string {
  if (does !== "say") return DOES[does];
  return title === undefined ? `说一句“${short(words)}”` : `预告${title}`;
}

function placeOf(rooms: readonly string[]): string {
  return rooms.length > 1 ? `${rooms.length} 个群` : (rooms[0] ?? "");
}

/** Sentences that wait for a later hour, such as the morning; what is said in a moment is no news. */
function storedUp(waiting: readonly Tended[], now: Instant): readonly Ahead[] {
  const later = waiting.filter(({ kind, dueAt }) => kind !== "dispute" && dueAt > now + 5 * SECOND);
  const at = Math.min(...later.map(({ dueAt }) => dueAt));
  const places = [...new Set(later.map(({ to }) => ("room" in to ? to.room : `私聊${to.person.alias}`)))];
  return later.length === 0 ? [] : [{ at, about: placeOf(places), text: `说出攒着的 ${later.length} 句话` }];
}

function firstOf<T extends Ahead>(all: readonly T[], key: (one: T) => string): readonly T[] {
  return all.filter((one, index) => all.findIndex((other) => key(other) === key(one)) === index);
}

function nameOf({ entry, about }: Ahead): string {
  return entry ?? about;
}

function short(text: string): string {
  return text.length > 12 ? `${text.slice(0, 12)}…` : text;
}
