import { chainWith } from "./chain.js";
import { ownWords } from "./chat.js";
import { become, desk, isPrivate, isResident, kindOf, linesOf, meet, nameOf, speakersIn } from "./desk.js";
import { $, element } from "./element.js";
import { refuse, send } from "./send.js";

const NEW = "+";
const PHOTO_LIMIT = 5 * 1024 * 1024;
const HINTS = {
  residents: `居民在这里说事，${desk.bot}听得懂就会登记、派给网格员；闲聊它不插话。`,
  staff: `工作人员在这里回复${desk.bot}：确认、处理中、办结 结果、延期 2天 原因、退回 原因。带编号，或引用那一句。`,
  private: `只有您和${desk.bot}看得到。可以报事，也可以回“满意”“没解决”“我的”“查 1”。`,
};

/** Who speaks, what is quoted, which photo goes along. Drawn again whenever the chat or the person changes. */
export function showComposer() {
  const may = speakersIn(desk.chat);
  $("where").textContent = `说到：${nameOf(desk.chat)}`;
  $("chat-hint").textContent = HINTS[kindOf(desk.chat)] ?? "";
  $("chain").hidden = isPrivate(desk.chat);
  const name = ({ alias, role }) => (alias.includes(role) || role === "居民" ? alias : `${alias}（${role}）`);
  const group = (label, are) => {
    const options = may.filter((one) => isResident(one) === are).map((one) => element("option", { value: one.alias }, name(one)));
    return options.length === 0 ? [] : [element("optgroup", { label }, ...options)];
  };
  const options = [...group("居民", true), ...group("工作人员", false)];
  if (kindOf(desk.chat) !== "staff") options.push(element("option", { value: NEW }, "＋ 换一位新居民…"));
  const key = JSON.stringify(may);
  if ($("who").dataset.options !== key) {
    $("who").replaceChildren(...options);
    $("who").dataset.options = key;
  }
  if ($("newcomer").hidden) $("who").value = desk.who;
  $("quote").hidden = desk.quote === undefined;
  if (desk.quote !== undefined) $("quote").firstElementChild.textContent = `引用 ${desk.quote.who}：${ownWords(desk.quote)}`;
  const [photo] = $("photo").files;
  $("photo-name").hidden = photo === undefined;
  $("photo-name").firstElementChild.textContent = photo === undefined ? "" : `照片：${photo.name}`;
}

/** Listens to the form. `changed` draws the page again. */
export function startComposer(changed) {
  $("who").addEventListener("change", () => {
    $("newcomer").hidden = $("who").value !== NEW;
    if ($("who").value === NEW) return $("alias").focus();
    become($("who").value);
    changed();
  });
  $("move-in").addEventListener("click", () => {
    arriving = moveIn(changed);
  });
  $("quote").lastElementChild.addEventListener("click", () => {
    desk.quote = undefined;
    changed();
    $("text").focus();
  });
  $("photo-name").lastElementChild.addEventListener("click", () => {
    $("photo").value = "";
    changed();
  });
  $("photo").addEventListener("change", changed);
  $("chain").addEventListener("click", joinChain);
  $("text").addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    $("say").requestSubmit();
  });
  $("say").addEventListener("submit", (event) => {
    event.preventDefault();
    void (document.activeElement === $("alias") ? moveIn(changed) : say(changed));
  });
}

async function moveIn(changed) {
  const alias = $("alias").value.trim();
  if ((await send("/move-in", { who: alias })) === undefined) return;
  meet(alias);
  $("newcomer").hidden = true;
  $("alias").value = "";
  become(alias);
  changed();
  $("text").focus();
}

/** Puts the list into the input with the speaker's line at its end, as WeChat does; it is sent like any line. */
function joinChain() {
  $("text").value = chainWith(linesOf(desk.chat), desk.who);
  $("text").focus();
}

let isSending = false;
let arriving;
let waiting;

async function say(changed) {
  await arriving;
  const text = $("text").value.trim();
  const [photo] = $("photo").files;
  if (isSending) return;
  if (text === "" && photo === undefined) return $("text").focus();
  if (photo !== undefined && photo.size > PHOTO_LIMIT) return refuse("照片太大了，请选 5 MB 以内的。");

  isSending = true;
  const line = { who: desk.who, chat: desk.chat, text };
  if (desk.quote !== undefined) line.quotes = desk.quote.id;
  if (photo !== undefined) line.photo = { base64: await base64(photo) };
  const answer = await send("/say", line);
  isSending = false;
  if (answer === undefined) return;
  $("text").value = "";
  $("photo").value = "";
  desk.quote = undefined;
  sayToWait();
  changed();
}

/** Most lines are chatter that nobody answers: the note must not stay for ever. */
function sayToWait() {
  clearTimeout(waiting);
  $("waiting").textContent = kindOf(desk.chat) === "staff" ? "" : `${desk.bot}会等您把话说完，几秒后再回；闲聊它不回。`;
  waiting = setTimeout(() => {
    $("waiting").textContent = "";
  }, 15_000);
}

function base64(file) {
  const reader = new FileReader();
  reader.readAsDataURL(file);
  return new Promise((done) => reader.addEventListener("load", () => done(reader.result.split(",")[1])));
}
