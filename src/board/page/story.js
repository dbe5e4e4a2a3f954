import { become, desk, kept, linesOf, meet, openChat, showBeside } from "./desk.js";
import { $, element } from "./element.js";
import { refuse, send } from "./send.js";
import { STEPS } from "./steps.js";
import { travel } from "./time.js";

/** So long a step waits for the bot, longer for what it needs; then the visitor goes on. */
const PATIENCE = 20_000;

/** What a reload needs. `since`: when the newest line was said as the step that is not over yet began. */
export const story = { done: 0, isFolded: false, since: undefined };
let isPlaying = false;
let isNew = true;
let intro;
let page;

/** The story: a button plays its next step, a sentence says what to look at. `on.draw` draws all, `on.look` turns a phone to a part. */
export function startStory(on) {
  page = on;
  intro = $("story-look").textContent;
  Object.assign(story, kept().story);
  $("story-do").addEventListener("click", playNext);
  $("story-fold").addEventListener("click", () => {
    story.isFolded = !story.isFolded;
    tell();
  });
  showStory();
}

/** The matters have come, the chats before them: a step that a reload broke off goes on; an empty sandbox begins anew. */
export function resumeStory() {
  if (isNew) {
    isNew = false;
    if (desk.matters.length === 0) story.done = 0;
    if (allLines().some(isFresh)) void playNext();
    else story.since = undefined;
  }
  showStory();
}

const allLines = () => [...desk.lines.values()].flat();
const isFresh = ({ at }) => at > story.since;

function tell() {
  showStory();
  page.draw();
}

/** How far the story is, and what to look at. */
function showStory() {
  const { done, isFolded } = story;
  const step = STEPS[done];
  const before = STEPS[done - 1];
  $("story-body").hidden = isFolded;
  $("story-fold").textContent = isFolded ? "展开" : "收起";
  $("story-fold").setAttribute("aria-expanded", String(!isFolded));
  $("story-steps").replaceChildren(...STEPS.map(({ name }, index) => mark(name, index, done)));
  $("story-count").textContent = step === undefined ? "看完了" : `第 ${done + 1} 步，共 ${STEPS.length} 步`;
  // After a reload the words wait for what the server tells; and nothing is read aloud twice.
  const words = before === undefined ? [intro] : [element("b", {}, `${before.name}。`), isNew ? "" : before.look()];
  const look = element("p", {}, ...words);
  if (look.textContent !== $("story-look").textContent) $("story-look").replaceChildren(...look.childNodes);
  $("story-do").textContent = step === undefined ? "从头再看一遍" : isPlaying ? `${step.name}…` : step.act;
  $("story-do").disabled = isPlaying;
}

function mark(name, index, done) {
  const state = index < done ? "done" : index === done ? "now" : "next";
  return element(
    "li",
    { class: state, "aria-current": state === "now" && "step" },
    name,
    index < done ? element("span", { class: "hidden" }, "，做过了") : "",
  );
}

async function playNext() {
  if (isPlaying) return;
  if (story.done >= STEPS.length) {
    story.done = 0;
    return tell();
  }
  isPlaying = true;
  story.since ??= Math.max(0, ...allLines().map(({ at }) => at));
  tell();
  // At night nobody would be answered, and the story would seem to stand still.
  if (desk.time?.wakes !== undefined) await travel({ by: "morning" });
  try {
    await STEPS[story.done].play(able());
    story.done += 1;
    story.since = undefined;
  } catch {
    // Why stands above the input; tried again, the step goes on where it stopped.
  } finally {
    isPlaying = false;
    tell();
    if (document.activeElement === document.body) $("story-do").focus();
  }
}

/** What a step may do. Whoever has gone elsewhere meanwhile is not pulled back. */
function able() {
  let last = desk.chat;
  const see = (chat) => {
    if (desk.chat !== last) return showBeside(chat);
    openChat(chat);
    last = chat;
    page.look("chat");
    page.draw();
  };
  const hear = async (chat, pattern, times = 1) => {
    const line = await until(() => linesOf(chat).find((one) => one.isBot && isFresh(one) && pattern.test(one.text)), times);
    see(chat);
    return line && pattern.exec(line.text);
  };
  return {
    see,
    travel,
    hear,
    need: async (chat, pattern) => {
      const heard = await hear(chat, pattern, 4);
      if (heard) return heard;
      refuse(`${desk.bot}还没说到这里，请过一会儿再按一次。`);
      throw new Error("not heard");
    },
    say: async (who, chat, text) => {
      const isSaid = () => linesOf(chat).some((line) => isFresh(line) && line.who === who && line.text === text);
      if (isSaid()) return;
      meet(who);
      last = desk.chat;
      see(chat);
      become(who);
      page.draw();
      if ((await send("/say", { who, chat, text })) === undefined) throw new Error("not said");
      await until(isSaid);
    },
  };
}

/** Looks until there is something, for as long as anybody waits; gives it. */
async function until(look, times = 1) {
  for (const end = Date.now() + PATIENCE * times; Date.now() < end; await new Promise((later) => setTimeout(later, 100))) {
    const found = look();
    if (found) return found;
  }
}
