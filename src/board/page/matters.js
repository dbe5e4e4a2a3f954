import { desk } from "./desk.js";
import { $, element, refill } from "./element.js";

/** The seven steps (D6). */
const STEPS = ["发现", "吹哨", "报到", "会商", "办理", "反馈", "评价"];

/** The list of matters: open ones first, then lately closed ones. */
export function showMatters() {
  const open = desk.matters.filter(({ isOpen }) => isOpen);
  const closed = desk.matters.filter(({ isOpen }) => !isOpen);
  const empty = closed.length === 0 ? "还没有。居民在群里说一件事，几秒后就会出现在这里。" : "都办完了。";
  const list = (all, kind) => element("ul", { class: kind }, ...all.map(card));
  refill($("matters"), [
    open.length === 0 ? element("p", { class: "empty" }, empty) : list(open, "matters"),
    ...(closed.length === 0 ? [] : [element("h3", { class: "closed-name" }, "刚办完"), list(closed, "matters closed")]),
  ]);
}

function card({ number, kind, summary, place, step, isOpen, outcome, handler, reporter, due, dueIso, rating }) {
  const facts = [
    ["谁在办", handler],
    ["谁报的", reporter],
    ["在哪儿", place],
    ["最晚", due === undefined ? "" : element("time", { datetime: dueIso }, due)],
    ["评价", rating === undefined ? "" : `${"★".repeat(rating)}${"☆".repeat(Math.max(0, 5 - rating))} ${rating} 分`],
  ].filter(([, value]) => value !== "" && value !== undefined);
  return element(
    "li",
    { class: "matter", "data-number": String(number), "data-step": step },
    element("h3", {}, `#${number} `, summary, element("span", { class: "tag" }, isOpen ? kind : (outcome ?? "已结"))),
    steps(step),
    element("dl", {}, ...facts.map(([name, value]) => element("div", {}, element("dt", {}, name), element("dd", {}, value)))),
  );
}

function steps(step) {
  const now = STEPS.indexOf(step);
  const items = STEPS.map((name, index) => {
    const place = index < now ? "done" : index === now ? "now" : "next";
    return element("li", { class: place, "aria-current": place === "now" && "step" }, name);
  });
  return element("ol", { class: "steps", "aria-label": `进展：${step}` }, ...items);
}
