import { become, desk, kept, linesOf, openChat, showBeside } from "./desk.js";
import { $, element } from "./element.js";
import { send } from "./send.js";
import { STEPS } from "./steps.js";
import { travel } from "./time.js";

/** So long a step waits for the bot; then the visitor goes on all the same. */
const PATIENCE = 20_000;

const story = { done: 0, isFolded: false, isPlaying: false };

/** What a reload needs to go on with the story. */
export function storyKept() {
  return { done: story.done, isFolded: story.isFolded };
}

/** The story: a button plays its next step, a sentence says what to look at. `page.draw` draws all, `page.look` turns a phone to a part. */
export function startStory(page) {
  const { done = 0, isFolded = false } = kept().story ?? {};
  Object.assign(story, { done: Math.min(done, STEPS.length), isFolded });
  $("story-do").addEventListener("click", () => playNext(page));
  $("story-fold").addEventListener("click", () => {
    story.isFolded = !story.isFolded;
    tell(page);
  });
  showStory();
}

function tell(page) {
  showStory();
  page.draw();
}

/** How far the story is, and what to look at. */
export function showStory() {
  const { done, isFolded, isPlaying } = story;
  const step = STEPS[done];
  const before = STEPS[done - 1];
  $("story-body").hidden = isFolded;
  $("story-fold").textContent = isFolded ? "展开" : "收起";
  $("story-fold").setAttribute("aria-expanded", String(!isFolded));
  $("story-steps").replaceChildren(...STEPS.map(({ name }, index) => mark(name, index, done)));
  $("story-count").textContent = step === undefined ? "看完了" : `第 ${done + 1} 步，共 ${STEPS.length} 步`;
  // After a reload the words wait for what the server tells; and nothing is read aloud twice.
  const look = before === undefined || desk.people.length === 0 ? "" : before.look();
  if (look !== "" && !$("story-look").textContent.endsWith(look))
    $("story-look").replaceChildren(element("b", {}, `${before.name}。`), look);
  $("story-do").textContent = isPlaying ? `${step?.name}…` : step === undefined ? "从头再看一遍" : step.act;
  $("story-do").disabled = isPlaying;
}

function mark(name, index, done) {
  const state = index < done ? "done" : index === done ? "now" : "next";
  const told = state === "done" ? element("span", { class: "hidden" }, "，做过了") : "";
  return element("li", { class: state, "aria-current": state === "now" && "step" }, name, told);
}

async function playNext(page) {
  if (story.isPlaying) return;
  if (story.done === STEPS.length) {
    story.done = 0;
    return tell(page);
  }
  story.isPlaying = true;
  showStory();
  // At night nobody would be answered, and the story would seem to stand still.
  if (desk.time?.wakes !== undefined) await travel({ by: "morning" });
  try {
    await STEPS[story.done].play(on(page));
    story.done += 1;
  } catch {
    // What was refused stands above the input; the step can be tried again.
  } finally {
    story.isPlaying = false;
    tell(page);
    if (document.activeElement === document.body) $("story-do").focus();
  }
}

/** What a step may do. Whoever has gone elsewhere meanwhile is not pulled back. */
function on(page) {
  const before = new Set([...desk.lines.values()].flat().map(({ id }) => id));
  let last = desk.chat;
  const see = (chat) => {
    if (desk.chat !== last) return showBeside(chat);
    openChat(chat);
    last = chat;
    page.look("chat");
    page.draw();
  };
  return {
    see,
    travel,
    say: async (who, chat, text) => {
      if (!desk.people.some(({ alias }) => alias === who))
        desk.people = [...desk.people, { alias: who, role: "居民", isNew: true }];
      last = desk.chat;
      see(chat);
      become(who);
      page.draw();
      if ((await send("/say", { who, chat, text })) === undefined) throw new Error("not said");
      await until(() => linesOf(chat).some((line) => line.who === who && line.text === text));
    },
    hear: (chat, pattern) =>
      until(() => linesOf(chat).some(({ id, isBot, text }) => isBot && !before.has(id) && pattern.test(text))),
  };
}

/** Looks until something is so, for as long as anybody waits. */
async function until(isSo) {
  for (const end = Date.now() + PATIENCE; !isSo() && Date.now() < end; ) await new Promise((later) => setTimeout(later, 100));
}
