/** What the page knows: the pieces that the server sent, and what the visitor chose. */
export const desk = {
  bot: document.body.dataset.bot,
  people: [],
  rooms: [],
  matters: [],
  /** Lines by chat: a room's topic or `dm:<alias>`. */
  lines: new Map(),
  chat: "",
  who: "",
  /** The line that is quoted. */
  quote: undefined,
  /** How many of the bot's lines of a chat have been seen. */
  seen: new Map(),
};

/** Who spoke in a kind of chat last: coming back to it, the visitor is that person again. */
const lastWho = new Map();

export const isPrivate = (chat) => chat.startsWith("dm:");
export const linesOf = (chat) => desk.lines.get(chat) ?? [];
export const isResident = ({ role }) => role === "居民";
export const kindOf = (chat) => (isPrivate(chat) ? "private" : desk.rooms.find(({ topic }) => topic === chat)?.kind);
export const saidByBot = (chat) => linesOf(chat).filter(({ isBot }) => isBot).length;
export const unreadIn = (chat) => Math.max(0, saidByBot(chat) - (desk.seen.get(chat) ?? 0));

/** Whoever may speak in a chat: the staff room is for staff. */
export function speakersIn(chat) {
  return kindOf(chat) === "staff" ? desk.people.filter((person) => !isResident(person)) : desk.people;
}

/** Opens a chat; the visitor becomes somebody who may speak there. */
export function openChat(chat) {
  if (desk.chat !== chat) desk.quote = undefined;
  desk.chat = chat;
  if (isPrivate(chat)) return becomeIn(chat.slice(3));
  const may = speakersIn(chat);
  const last = lastWho.get(kindOf(chat)) ?? desk.who;
  const handler = desk.matters.find(({ isOpen }) => isOpen)?.handler;
  const fit = kindOf(chat) === "staff" ? may.find(({ alias }) => alias === handler) : may.find(isResident);
  becomeIn(may.some(({ alias }) => alias === last) ? last : ((fit ?? may[0])?.alias ?? desk.who));
}

/** The visitor speaks as somebody else; a private chat is then that person's. */
export function become(alias) {
  if (isPrivate(desk.chat)) openChat(`dm:${alias}`);
  else becomeIn(alias);
}

function becomeIn(alias) {
  desk.who = alias;
  const kind = kindOf(desk.chat);
  if (kind !== undefined && kind !== "private") lastWho.set(kind, alias);
}

const STORE = "xiaoge-sandbox";

/** Remembers, for a reload of this window only, where the visitor is and what has been seen. */
export function keep() {
  try {
    sessionStorage.setItem(STORE, JSON.stringify({ chat: desk.chat, who: desk.who, seen: [...desk.seen] }));
  } catch {
    // Private windows may refuse; then a reload begins anew.
  }
}

/** Where the visitor was before a reload, else in the first residents' group as a resident. */
export function begin() {
  const first = desk.rooms.find(({ kind }) => kind === "residents") ?? desk.rooms[0];
  const { chat = "", who = "", seen = [] } = kept();
  const isKnown = desk.people.some(({ alias }) => alias === who);
  desk.seen = new Map(seen);
  openChat(kindOf(chat) === undefined || (isPrivate(chat) && !isKnown) ? (first?.topic ?? "") : chat);
  if (speakersIn(desk.chat).some(({ alias }) => alias === who)) become(who);
}

function kept() {
  try {
    return JSON.parse(sessionStorage.getItem(STORE) ?? "{}");
  } catch {
    return {};
  }
}
