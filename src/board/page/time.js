import { desk } from "./desk.js";
import { $, element, refill } from "./element.js";
import { send } from "./send.js";

/** So many of the things ahead are shown. */
const SHOWN = 6;

/** What the sandbox's clock shows, and whether the bot keeps silent now. */
export function showTime() {
  const { iso, text, wakes } = desk.time ?? {};
  if (iso === undefined) return;
  $("now").textContent = text;
  $("now").setAttribute("datetime", iso);
  $("night").hidden = wakes === undefined;
  $("night").textContent =
    wakes === undefined ? "" : `现在是夜里，${desk.bot}不打扰人：除了要紧的险情，话都攒到早上 ${wakes} 再说。`;
  $("morning").hidden = wakes === undefined;
}

/** The next things that happen by themselves; a click lets time pass until then. */
export function showAhead() {
  const items = desk.ahead
    .slice(0, SHOWN)
    .map(({ at, iso, time, about, text }) =>
      element(
        "li",
        {},
        element(
          "button",
          { type: "button", "data-key": `${at} ${about}`, title: "快进到这时候", click: () => travel({ to: at }) },
          element("time", { datetime: iso }, time),
          element("span", { class: "about" }, about),
          element("span", { class: "deed" }, text),
        ),
      ),
    );
  refill($("ahead"), items.length === 0 ? [element("li", { class: "empty" }, "没有要等的事。")] : items);
}

/** Listens to the buttons that let time pass. */
export function startTime() {
  for (const button of document.querySelectorAll("[data-travel]"))
    button.addEventListener("click", () => travel({ by: button.dataset.travel }));
}

/** Lets time pass. One request does a part of a long way: the page asks until it is there. Tells whether it is. */
export async function travel(order) {
  const { classList } = document.body;
  if (classList.contains("travelling")) return false;
  classList.add("travelling");
  try {
    for (let next = order; ; ) {
      const answer = await send("/travel", next);
      if (answer === undefined || answer.isThere) return answer !== undefined;
      next = { to: answer.to };
    }
  } finally {
    classList.remove("travelling");
  }
}
