/** What the page knows: the pieces that the server sent, and what the visitor chose. */
export const desk = {
  bot: document.body.dataset.bot,
  people: [],
  rooms: [],
  /** The chats began anew, the matters did not. */
  restarted: false,
  matters: [],
  /** What the bot will do by itself, the soonest first. */
  ahead: [],
  time: undefined,
  /** Lines by chat: a room's topic or `dm:<alias>`. */
  lines: new Map(),
  /** The chats that stand side by side, and the same ones, the one spoken in last first. */
  columns: [],
  recent: [],
  chat: "",
  who: "",
  quote: undefined,
  /** How many of the bot's lines of a chat have been seen. */
  seen: new Map(),
};

/** Who spoke in a kind of chat last: coming back to it, the visitor is that person again. */
const lastWho = new Map();

export const isPrivate = (chat) => chat.startsWith("dm:");
export const linesOf = (chat) => desk.lines.get(chat) ?? [];
export const isResident = ({ role }) => role === "居民";
export const room = (kind) => desk.rooms.find((one) => one.kind === kind)?.topic;
export const kindOf = (chat) => (isPrivate(chat) ? "private" : desk.rooms.find(({ topic }) => topic === chat)?.kind);
export const saidByBot = (chat) => linesOf(chat).filter(({ isBot }) => isBot).length;
export const unreadIn = (chat) => Math.max(0, saidByBot(chat) - (desk.seen.get(chat) ?? 0));
/** A narrow page shows the first chat alone, a wide one two or three. */
export const rankOf = (chat) => (desk.recent.includes(chat) ? desk.recent.indexOf(chat) : 2);
export const nameOf = (chat) => (isPrivate(chat) ? `私聊${desk.bot}（${chat.slice(3)}）` : chat);

/** Whoever may speak in a chat: the staff room is for staff. */
export function speakersIn(chat) {
  return kindOf(chat) === "staff" ? desk.people.filter((person) => !isResident(person)) : desk.people;
}

/** Somebody new, until the server knows them. */
export function meet(alias) {
  if (!desk.people.some((one) => one.alias === alias)) desk.people = [...desk.people, { alias, role: "居民", isNew: true }];
}

/** Opens a chat in its column; the visitor becomes somebody who may speak there. */
export function openChat(chat) {
  if (desk.chat !== chat) desk.quote = undefined;
  desk.chat = chat;
  place(chat, 0);
  if (isPrivate(chat)) return becomeIn(chat.slice(3));
  const may = speakersIn(chat);
  const last = lastWho.get(kindOf(chat)) ?? desk.who;
  const handler = desk.matters.find(({ isOpen }) => isOpen)?.handler;
  const fit = kindOf(chat) === "staff" ? may.find(({ alias }) => alias === handler) : may.find(isResident);
  becomeIn(may.some(({ alias }) => alias === last) ? last : ((fit ?? may[0])?.alias ?? desk.who));
}

/** Shows a chat beside the one in which the visitor speaks. */
export function showBeside(chat) {
  if (chat !== desk.chat) place(chat, 1);
}

/** A chat that has no column takes the one of the private chat, or of the group that was left the longest ago. */
function place(chat, rank) {
  if (!desk.columns.includes(chat)) {
    const alike = desk.columns.filter((one) => isPrivate(one) === isPrivate(chat) && (one !== desk.chat || rank === 0));
    const oldest = alike.sort((one, other) => rankOf(other) - rankOf(one))[0];
    if (desk.columns.length < 3) desk.columns = [...desk.columns, chat];
    else if (oldest === undefined) return;
    else desk.columns = desk.columns.map((one) => (one === oldest ? chat : one));
  }
  const others = desk.recent.filter((one) => one !== chat && desk.columns.includes(one));
  desk.recent = [...others.slice(0, rank), chat, ...others.slice(rank)];
}

/** The visitor speaks as somebody else; a private chat is then that person's. */
export function become(alias) {
  if (isPrivate(desk.chat)) return openChat(`dm:${alias}`);
  becomeIn(alias);
  if (kindOf(desk.chat) === "residents") place(`dm:${alias}`, Math.max(1, desk.recent.findIndex(isPrivate)));
}

function becomeIn(alias) {
  desk.who = alias;
  const kind = kindOf(desk.chat);
  if (kind !== undefined && kind !== "private") lastWho.set(kind, alias);
}

const STORE = "xiaoge-sandbox";
/** Remembers for a reload where the visitor is, what has been seen and how far the story is. */
export function keep(story) {
  const { chat, who, seen } = desk;
  try {
    localStorage.setItem(STORE, JSON.stringify({ chat, who, seen: [...seen], story }));
  } catch {
    // Private windows may refuse; then a reload begins anew.
  }
}

/** Where the visitor was before a reload, else a resident in the residents' group; beside it the staff room and their private chat. */
export function begin() {
  const { chat = "", who = "", seen = [] } = kept();
  const isKnown = kindOf(chat) !== undefined && (!isPrivate(chat) || desk.people.some(({ alias }) => chat === `dm:${alias}`));
  const me = desk.people.find(isResident)?.alias;
  desk.seen = new Map(seen);
  desk.columns = [room("residents"), room("staff"), me && `dm:${me}`].filter((one) => one !== undefined);
  desk.recent = [...desk.columns];
  openChat(isKnown ? chat : (desk.columns[0] ?? desk.rooms[0]?.topic ?? ""));
  if (speakersIn(desk.chat).some(({ alias }) => alias === who)) become(who);
}

/** What was remembered. */
export function kept() {
  try {
    return JSON.parse(localStorage.getItem(STORE) ?? "{}");
  } catch {
    return {};
  }
}
