import { MINUTE } from "../../shared/instant.ts";
import type { BoardParts, ChatLine, SandboxDesk, TicketRow } from "../parts.ts";

/** What the page shows, in pieces: each is sent again only when it has changed. */
export type Picture = ReadonlyMap<string, unknown>;

/** As many lines of a chat as anybody scrolls through. */
const SHOWN = 80;

const KINDS: Readonly<Record<string, string>> = {
  demand: "诉求",
  wish: "微心愿",
  hazard: "安全隐患",
  inquiry: "咨询",
  proposal: "建议",
};

const OUTCOMES: Readonly<Record<string, string>> = {
  resolved: "已办结",
  explained: "已说明",
  outsideDuty: "已指路",
  suspended: "已挂起",
  rejected: "已退回",
  withdrawn: "已撤销",
  unfiled: "未立案",
};

/** So many of the things ahead are sent; the page shows the first few. */
const AHEAD = 40;

/** The sandbox page's pieces: `status`, `restarted`, `time`, `people`, `rooms`, `ahead`, `matters` and `lines:<chat>` for every chat that has some. */
export async function sandboxPicture(
  parts: BoardParts,
  desk: SandboxDesk,
  newcomers: ReadonlySet<string>,
  isRestarted: boolean,
): Promise<Picture> {
  const rooms = desk.rooms();
  const people = desk.people();
  const aliases = new Set([...people.map(({ alias }) => alias), ...rooms.flatMap(({ members }) => members), ...newcomers]);
  const chats = [...rooms.map(({ topic }) => topic), ...[...aliases].map((alias) => `dm:${alias}`)];
  const known = new Set(people.map(({ alias }) => alias));
  const others = [...aliases].filter((alias) => !known.has(alias)).map((alias) => ({ alias, role: "居民" }));

  const picture = new Map<string, unknown>();
  picture.set("status", parts.status().state);
  picture.set("restarted", isRestarted);
  picture.set("time", shownTime(parts, desk));
  picture.set("people", [...people, ...others]);
  picture.set(
    "rooms",
    rooms.map(({ topic, kind }) => ({ topic, kind })),
  );
  for (const chat of chats) {
    const lines = desk.lines(chat);
    if (lines.length > 0)
      picture.set(
        `lines:${chat}`,
        lines.slice(-SHOWN).map((line) => shownLine(parts, line)),
      );
  }
  picture.set(
    "ahead",
    (await desk.ahead()).slice(0, AHEAD).map((one) => ({ ...one, iso: parts.iso(one.at), time: parts.sayTime(one.at) })),
  );
  picture.set(
    "matters",
    (await publicTickets(parts)).map((ticket) => shownTicket(parts, ticket)),
  );
  return picture;
}

/** To the minute: so it is sent again only when the minute is over. */
function shownTime({ iso }: BoardParts, desk: SandboxDesk): object {
  const { now, text, wakesText } = desk.time();
  return { iso: iso(now - (now % MINUTE)), text, ...(wakesText === undefined ? {} : { wakes: wakesText }) };
}

/** The channel page's pieces. Their content is drawn by the server: the page only needs to know that they changed. */
export async function channelPicture(parts: BoardParts): Promise<Picture> {
  const status = parts.status();
  const open = (await publicTickets(parts)).filter(({ state }) => state === "open");
  return new Map<string, unknown>([
    ["status", status],
    ["matters", open.map(({ number, step, due }) => [number, step, due ?? null])],
  ]);
}

/** The tickets that anybody may see. Disputes are left out before; here once more, because it would be unforgivable. */
export async function publicTickets(parts: BoardParts): Promise<readonly TicketRow[]> {
  return (await parts.tickets()).filter(({ kind }) => kind !== "dispute");
}

function shownLine({ iso, sayTime }: BoardParts, { id, at, who, isBot, text, photo, recalled }: ChatLine): object {
  const shown = recalled === true ? { text: "", recalled } : { text, ...(photo === undefined ? {} : { photo }) };
  return { id, at, iso: iso(at), time: sayTime(at), who, isBot, ...shown };
}

function shownTicket({ iso, sayTime }: BoardParts, ticket: TicketRow): object {
  const { number, kind, summary, place, step, state, outcome, handler, reporter, due, rating } = ticket;
  return {
    number,
    kind: KINDS[kind] ?? kind,
    summary,
    place,
    step,
    isOpen: state === "open",
    handler,
    reporter,
    ...(outcome === undefined ? {} : { outcome: OUTCOMES[outcome] ?? outcome }),
    ...(due === undefined || state === "closed" ? {} : { due: sayTime(due), dueIso: iso(due) }),
    ...(rating === undefined ? {} : { rating }),
  };
}
