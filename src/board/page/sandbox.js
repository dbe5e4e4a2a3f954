import { followEnd, showChat } from "./chat.js";
import { showChats } from "./chats.js";
import { send, showComposer, startComposer } from "./compose.js";
import { become, begin, desk, isResident, keep, openChat } from "./desk.js";
import { showMatters } from "./matters.js";

const $ = (id) => document.querySelector(`#${id}`);
const PHONE = matchMedia("(max-width: 759px)");
const STATES = { online: "在线", starting: "正在上线…", offline: "掉线了", scan: "等着扫码登录" };

function draw() {
  if (desk.chat === "") return;
  showChat({ quote, recall });
  showChats(open);
  showComposer();
  keep();
}

function open(chat) {
  openChat(chat);
  look("chat");
  $("waiting").textContent = "";
  draw();
}

function quote(line) {
  desk.quote = line;
  draw();
  $("text").focus();
}

function recall(line) {
  void send("/recall", { who: desk.who, id: line.id });
}

/** On a phone one of the three parts is seen at a time. */
function look(view) {
  document.body.dataset.view = view;
  for (const tab of document.querySelectorAll(".tabs button"))
    tab.setAttribute("aria-pressed", String(tab.dataset.view === view));
}

function show(view) {
  look(view);
  draw();
}

/** Three things to try: each opens the right chat as the right person, with the words ready to send. */
const TRIES = {
  report: () => ({
    chat: desk.rooms.find(({ kind }) => kind === "residents")?.topic,
    who: desk.people.find(({ alias }) => alias.startsWith("5-"))?.alias ?? desk.people.find(isResident)?.alias,
    text: "5号楼楼道灯坏了，晚上上楼看不见",
  }),
  handle: () => {
    const matter = desk.matters.find(({ isOpen }) => isOpen);
    const isTaken = matter !== undefined && !["发现", "吹哨"].includes(matter.step);
    const number = matter === undefined ? "" : ` ${matter.number}`;
    return {
      chat: desk.rooms.find(({ kind }) => kind === "staff")?.topic,
      who: matter?.handler,
      text: isTaken ? `办结${number} 灯泡换好了` : `确认${number}`,
    };
  },
  rate: () => {
    const matter = desk.matters.find(({ step }) => step === "反馈") ?? desk.matters[0];
    const who = matter?.reporter || desk.people.find(isResident)?.alias;
    return {
      chat: who === undefined ? undefined : `dm:${who}`,
      who,
      text: matter === undefined ? "我的" : matter.step === "反馈" ? "满意" : `查 ${matter.number}`,
    };
  },
};

function attempt({ chat, who, text }) {
  if (chat === undefined) return;
  openChat(chat);
  if (who !== undefined && desk.people.some(({ alias }) => alias === who)) become(who);
  look("chat");
  draw();
  if (PHONE.matches) $("welcome").open = false;
  $("text").value = text;
  $("text").focus();
}

function take({ piece, value }) {
  if (piece === "status") $("status").textContent = `${desk.bot}${STATES[value] ?? value}`;
  if (piece === "people")
    desk.people = [
      ...value,
      ...desk.people.filter(({ alias, isNew }) => isNew && !value.some((person) => person.alias === alias)),
    ];
  if (piece === "rooms") desk.rooms = value;
  if (piece === "matters") desk.matters = value;
  if (piece.startsWith("lines:")) desk.lines.set(piece.slice(6), value);
  if (piece === `lines:${desk.chat}` && value.at(-1)?.isBot) $("waiting").textContent = "";
  if (piece === "matters") showMatters();
  if (desk.chat === "" && piece === "rooms") begin();
  requestDraw();
}

let isAsked = false;

function requestDraw() {
  if (isAsked) return;
  isAsked = true;
  queueMicrotask(() => {
    isAsked = false;
    draw();
  });
}

let events;

/** A hidden page lets go of its connection: a browser has only six to one address. */
function connect() {
  events?.close();
  if (document.hidden) return;
  events = new EventSource("/events");
  // Everything is sent anew; a restarted sandbox has forgotten its chats.
  events.addEventListener("open", () => desk.lines.clear());
  events.addEventListener("message", ({ data }) => take(JSON.parse(data)));
  events.addEventListener("error", () => {
    $("status").textContent = `连不上${desk.bot}，正在重试…`;
  });
}

for (const tab of document.querySelectorAll(".tabs button")) tab.addEventListener("click", () => show(tab.dataset.view));
for (const button of document.querySelectorAll("[data-try]"))
  button.addEventListener("click", () => attempt(TRIES[button.dataset.try]()));
document.addEventListener("visibilitychange", connect);
followEnd();
startComposer(draw);
look("chat");
connect();
