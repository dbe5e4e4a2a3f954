import { desk, kindOf, linesOf, nameOf, rankOf, saidByBot } from "./desk.js";
import { $, element, face } from "./element.js";

/** As WeChat sends a quote: 「name：content」, a dashed line, the reply. */
const QUOTE = /^「([^：:」\n]{0,80})[：:]([\s\S]*)」\n(?:- ?){5,}-?\n([\s\S]*)$/;
const PAUSE = 5 * 60_000;

/** Each with its parts on the page, the chat and lines it shows, and whether its reader is at the end. */
const columns = [];

/** The chats side by side. `on.open` is handed a chat, `on.quote` and `on.recall` a line and its chat. */
export function showColumns(on) {
  while (columns.length < desk.columns.length) columns.push(newColumn(on, columns.length));
  for (const [index, column] of columns.entries()) showColumn(column, desk.columns[index], on);
}

function newColumn(on, index) {
  const id = `column-${index}`;
  const name = element("button", { type: "button", class: "column-name", id, title: "在这里说话" });
  const log = element("div", { class: "lines", role: "log", tabindex: "0" });
  const root = element("section", { class: "column", "aria-labelledby": id }, element("h2", {}, name), log);
  const column = { root, name, log, chat: "", keys: [], isAtEnd: true };
  root.addEventListener("click", () => column.chat !== desk.chat && String(getSelection()) === "" && on.open(column.chat));
  const size = () => `${log.clientWidth} ${log.clientHeight}`;
  log.addEventListener("scroll", () => {
    if (size() === column.size) column.isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 40;
  });
  // Whoever reads the newest line goes on reading it when the window changes its size.
  new ResizeObserver(() => {
    column.size = size();
    if (column.isAtEnd) log.scrollTop = log.scrollHeight;
  }).observe(log);
  $("columns").append(root);
  return column;
}

function showColumn(column, chat, on) {
  const { root, name, log } = column;
  const isOpen = chat === desk.chat;
  root.dataset.rank = String(rankOf(chat));
  root.classList.toggle("open", isOpen);
  name.textContent = nameOf(chat);
  name.setAttribute("aria-pressed", String(isOpen));
  log.setAttribute("aria-label", `${nameOf(chat)}的聊天记录`);
  if (log.offsetParent !== null) desk.seen.set(chat, saidByBot(chat));

  const lines = linesOf(chat);
  const moved = column.chat !== chat;
  const keys = lines.map((line) => JSON.stringify([line, isOwn(line, chat)]));
  const grown = !moved && column.keys.length > 0 && column.keys.every((key, index) => key === keys[index]);
  if (grown && keys.length === column.keys.length) return;
  const first = grown ? column.keys.length : 0;
  Object.assign(column, { chat, keys });

  const fresh = lines.slice(first).flatMap((line, index) => [...timeBefore(lines, first + index), row(line, chat, on)]);
  if (grown) log.append(...fresh);
  else log.replaceChildren(...(lines.length === 0 ? [nothing(chat)] : fresh));
  if (moved || column.isAtEnd || lines.at(-1)?.who === desk.who) log.scrollTop = log.scrollHeight;
}

function nothing(chat) {
  if (desk.restarted) return element("p", { class: "empty" }, "练习场重启过：之前的聊天不再显示，事项都还在。");
  const words = {
    private: `还没有和${desk.bot}私聊过。说一件事试试。`,
    staff: `还没有人说话。居民报了事，${desk.bot}会到这里来找人办。`,
  };
  const begin = "还没有人说话。您来开个头吧，比如：5号楼楼道灯坏了";
  return element("p", { class: "empty" }, words[kindOf(chat)] ?? begin);
}

function timeBefore(lines, index) {
  const before = lines[index - 1];
  const { at, iso, time } = lines[index];
  if (before !== undefined && at - before.at < PAUSE) return [];
  return [element("p", { class: "time" }, element("time", { datetime: iso }, time))];
}

/** In a private chat the lines of its person are the own ones. */
function isOwn({ who, isBot }, chat) {
  return !isBot && (who === desk.who || chat === `dm:${who}`);
}

function row(line, chat, on) {
  const own = isOwn(line, chat);
  if (line.recalled) return element("p", { class: "time" }, `${own ? "您" : line.who}撤回了一句话`);
  const name = element("span", { class: "speaker" }, line.who, line.isBot ? element("span", { class: "tag" }, "机器人") : "");
  const bubble = element(
    "div",
    { class: "bubble", title: "点一下引用这句", click: () => pick(line, chat, on) },
    ...content(line),
  );
  const quote = element("button", { type: "button", click: () => on.quote(line, chat) }, "引用");
  const recall = own ? element("button", { type: "button", click: () => on.recall(line) }, "撤回") : "";
  const tools = element("span", { class: "tools" }, quote, recall);
  return element(
    "article",
    { class: `row${line.isBot ? " bot" : ""}${own ? " own" : ""}` },
    face(line.who, line.isBot),
    element("div", {}, name, bubble, tools),
  );
}

/** A click quotes; marking some words to copy them does not. */
function pick(line, chat, on) {
  if (String(getSelection()) === "") on.quote(line, chat);
}

function content({ text, photo, who }) {
  const [, quoted, words, own] = QUOTE.exec(text) ?? [];
  const parts = quoted === undefined ? linked(text) : [element("blockquote", {}, `${quoted}：${words}`), ...linked(own)];
  if (photo === undefined) return parts;
  const picture = element("img", { src: `/photo/${encodeURIComponent(photo)}`, alt: `${who}发的照片`, loading: "lazy" });
  picture.addEventListener("error", () => picture.replaceWith(`［照片 ${photo}］`));
  return [...parts, picture];
}

/** Addresses of the web can be followed; a click there quotes nothing. */
function linked(text) {
  return text
    .split(/(https?:\/\/[!-~]*[\w/=])/i)
    .map((part, index) =>
      index % 2 === 0
        ? part
        : element("a", { href: part, target: "_blank", rel: "noopener", click: (event) => event.stopPropagation() }, part),
    );
}

/** The words of a line itself, for the strip that shows what is quoted. */
export function ownWords({ text, photo }) {
  return (QUOTE.exec(text)?.[3] ?? text) || (photo === undefined ? "" : "［照片］");
}
