import { desk, isPrivate, kindOf, linesOf, saidByBot } from "./desk.js";
import { element, face } from "./element.js";

/** As WeChat sends a quote: 「name：content」, a dashed line, the reply. */
const QUOTE = /^「([^：:」\n]{0,80})[：:]([\s\S]*)」\n(?:- ?){5,}-?\n([\s\S]*)$/;
const PAUSE = 5 * 60_000;

const HINTS = {
  residents: (bot) => `居民在这里说事，${bot}听得懂就会登记、派给网格员，闲聊它不插话。`,
  staff: (bot) => `工作人员在这里回复${bot}：确认、处理中、办结 结果、延期 2天 原因、退回 原因。带编号，或引用那一句。`,
  private: (bot) => `只有您和${bot}看得到。可以报事，也可以回“满意”“没解决”“我的”“查 1”。`,
};

let isAtEnd = true;
let shown = { chat: "", keys: [] };

/** The open chat. `on.quote` and `on.recall` are handed a line. */
export function showChat(on) {
  const { chat, bot } = desk;
  document.querySelector("#chat-name").textContent = isPrivate(chat) ? `私聊${bot}（${chat.slice(3)}）` : chat;
  document.querySelector("#chat-hint").textContent = (HINTS[kindOf(chat)] ?? (() => ""))(bot);

  const log = document.querySelector("#lines");
  const isLookedAt = log.offsetParent !== null;
  if (isLookedAt) desk.seen.set(chat, saidByBot(chat));
  const lines = linesOf(chat);
  const keys = lines.map((line) => JSON.stringify([line, line.who === desk.who]));
  const grown = shown.chat === chat && shown.keys.length > 0 && shown.keys.every((key, index) => key === keys[index]);
  const isSame = grown && keys.length === shown.keys.length;
  const first = grown ? shown.keys.length : 0;
  const moved = shown.chat !== chat;
  shown = { chat, keys };
  if (isSame) return;

  const fresh = lines.slice(first).flatMap((line, index) => [...timeBefore(lines, first + index), row(line, on)]);
  if (grown) log.append(...fresh);
  else log.replaceChildren(...(lines.length === 0 ? [nothing(bot)] : fresh));
  if (moved || isAtEnd || lines.at(-1)?.who === desk.who) log.scrollTop = log.scrollHeight;
}

/** Whoever reads the newest line goes on reading the newest, also when the window changes its size. */
export function followEnd() {
  const log = document.querySelector("#lines");
  log.addEventListener("scroll", () => {
    isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 40;
  });
  new ResizeObserver(() => {
    if (isAtEnd) log.scrollTop = log.scrollHeight;
  }).observe(log);
}

function nothing(bot) {
  const words = isPrivate(desk.chat)
    ? `还没有和${bot}私聊过。说一件事试试。`
    : "还没有人说话。您来开个头吧，比如：5号楼楼道灯坏了，晚上上楼看不见";
  return element("p", { class: "empty" }, words);
}

function timeBefore(lines, index) {
  const before = lines[index - 1];
  const { at, iso, time } = lines[index];
  if (before !== undefined && at - before.at < PAUSE) return [];
  return [element("p", { class: "time" }, element("time", { datetime: iso }, time))];
}

function row(line, on) {
  const isOwn = line.who === desk.who && !line.isBot;
  if (line.recalled) return element("p", { class: "time" }, `${isOwn ? "您" : line.who}撤回了一句话`);
  const name = element("span", { class: "speaker" }, line.who, line.isBot ? element("span", { class: "tag" }, "机器人") : "");
  const bubble = element("div", { class: "bubble", title: "点一下引用这句", click: () => pick(line, on) }, ...content(line));
  const quote = element("button", { type: "button", click: () => on.quote(line) }, "引用");
  const recall = isOwn ? element("button", { type: "button", click: () => on.recall(line) }, "撤回") : "";
  const tools = element("span", { class: "tools" }, quote, recall);
  return element(
    "article",
    { class: `row${line.isBot ? " bot" : ""}${isOwn ? " own" : ""}` },
    face(line.who, line.isBot),
    element("div", {}, name, bubble, tools),
  );
}

/** A click quotes; marking some words to copy them does not. */
function pick(line, on) {
  if (String(getSelection()) === "") on.quote(line);
}

function content({ text, photo, who }) {
  const [, quoted, words, own] = QUOTE.exec(text) ?? [];
  const parts = quoted === undefined ? [text] : [element("blockquote", {}, `${quoted}：${words}`), own];
  if (photo === undefined) return parts;
  const picture = element("img", { src: `/photo/${encodeURIComponent(photo)}`, alt: `${who}发的照片`, loading: "lazy" });
  picture.addEventListener("error", () => picture.replaceWith(`［照片 ${photo}］`));
  return [...parts, picture];
}

/** The words of a line itself, for the strip that shows what is quoted. */
export function ownWords({ text, photo }) {
  return (QUOTE.exec(text)?.[3] ?? text) || (photo === undefined ? "" : "［照片］");
}
