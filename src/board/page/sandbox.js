import { showColumns } from "./chat.js";
import { showChats } from "./chats.js";
import { showComposer, startComposer } from "./compose.js";
import { begin, desk, keep, openChat } from "./desk.js";
import { $ } from "./element.js";
import { showMatters } from "./matters.js";
import { send } from "./send.js";
import { resumeStory, startStory, story } from "./story.js";
import { showAhead, showTime, startTime } from "./time.js";

const STATES = { online: "在线", starting: "正在上线…", offline: "掉线了", scan: "等着扫码登录" };
const PIECES = { matters: showMatters, ahead: showAhead, time: showTime };

function draw() {
  if (desk.chat === "") return;
  showColumns({ open, quote, recall });
  showChats(open);
  showComposer();
  keep(story);
}

function open(chat) {
  openChat(chat);
  look("chat");
  $("waiting").textContent = "";
  draw();
}

function quote(line, chat) {
  if (chat !== desk.chat) openChat(chat);
  desk.quote = line;
  draw();
  $("text").focus();
}

function recall(line) {
  void send("/recall", { who: line.who, id: line.id });
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

function take({ piece, value }) {
  if (piece === "status") $("status").textContent = `${desk.bot}${STATES[value] ?? value}`;
  if (piece === "people")
    desk.people = [
      ...value,
      ...desk.people.filter(({ alias, isNew }) => isNew && !value.some((person) => person.alias === alias)),
    ];
  if (["restarted", "rooms", "matters", "ahead", "time"].includes(piece)) desk[piece] = value;
  if (piece.startsWith("lines:")) desk.lines.set(piece.slice(6), value);
  if (piece === `lines:${desk.chat}` && value.at(-1)?.isBot) $("waiting").textContent = "";
  PIECES[piece]?.();
  if (piece === "matters") resumeStory();
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
document.addEventListener("visibilitychange", connect);
startComposer(draw);
startTime();
startStory({ draw, look });
look("chat");
connect();
