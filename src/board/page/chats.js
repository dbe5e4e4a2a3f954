import { desk, isPrivate, linesOf, unreadIn } from "./desk.js";
import { $, element, face, refill } from "./element.js";

/** The list of chats: the groups, then the private chats with the bot. `onOpen` is handed a chat. */
export function showChats(onOpen) {
  const groups = desk.rooms.map(({ topic, kind }) => {
    const picture = element("span", { class: `face room ${kind}`, "aria-hidden": "true" }, kind === "staff" ? "工" : "群");
    return entry({ chat: topic, name: topic, picture, onOpen });
  });
  const own = desk.who === "" ? [] : [privateWith(desk.who, onOpen, true)];
  const others = [...desk.lines.keys()].filter((chat) => isPrivate(chat) && chat !== `dm:${desk.who}`);
  refill($("chats"), [
    element("h2", {}, "群聊"),
    element("ul", {}, ...groups),
    element("h2", {}, "私聊"),
    element("ul", {}, ...own, ...others.map((chat) => privateWith(chat.slice(3), onOpen, false))),
  ]);
  count(
    "unread",
    [...desk.lines.keys()].reduce((sum, chat) => sum + unreadIn(chat), 0),
  );
  count("open", desk.matters.filter(({ isOpen }) => isOpen).length);
}

/** The visitor's own private chat first; those of others, where the bot has said something, after it. */
function privateWith(alias, onOpen, isOwn) {
  const name = isOwn ? `私聊${desk.bot}` : `${alias.split(" ").at(-1)}的私聊`;
  return entry({
    chat: `dm:${alias}`,
    name,
    otherwise: `以${alias}的身份`,
    picture: isOwn ? face(desk.bot, true) : face(alias, false),
    onOpen,
  });
}

function entry({ chat, name, otherwise = desk.restarted ? "之前的不再显示" : "还没有人说话", picture, onOpen }) {
  const unread = unreadIn(chat);
  const last = linesOf(chat).at(-1);
  return element(
    "li",
    {},
    element(
      "button",
      {
        type: "button",
        class: desk.columns.includes(chat) ? "shown" : "",
        "data-key": chat,
        "aria-current": chat === desk.chat && "true",
        click: () => onOpen(chat),
      },
      picture,
      element("span", { class: "name" }, name),
      unread === 0 ? "" : element("span", { class: "count", title: `${desk.bot}有 ${unread} 句没看` }, String(unread)),
      element("span", { class: "last" }, last === undefined ? otherwise : glance(last)),
    ),
  );
}

function glance({ text, recalled, photo }) {
  if (recalled) return "撤回了一句话";
  const own = text.includes("- - -") ? text.slice(text.lastIndexOf("\n") + 1) : text;
  return own === "" && photo !== undefined ? "［照片］" : own;
}

function count(id, number) {
  const badge = $(id);
  badge.hidden = number === 0;
  badge.textContent = String(number);
}
