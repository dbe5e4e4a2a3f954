import { html } from "hono/html";

/** The seven steps every matter goes through (D6). `page/matters.js` has them too. */
const STEPS = ["发现", "吹哨", "报到", "会商", "办理", "反馈", "评价"];

/** The step bar of a ticket. */
export function stepBar(step: string): ReturnType<typeof html> {
  const now = STEPS.indexOf(step);
  const items = STEPS.map((name, index) => {
    const place = index < now ? "done" : index === now ? "now" : "next";
    return place === "now" ? html`<li class="now" aria-current="step">${name}</li>` : html`<li class="${place}">${name}</li>`;
  });
  return html`<ol class="steps" aria-label="进展：${step}">${items}</ol>`;
}
