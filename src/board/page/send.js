import { desk } from "./desk.js";
import { $ } from "./element.js";

/** Sends an order; a refusal is shown above the input. Gives the answer, or undefined when it was not done. */
export async function send(path, order) {
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(order),
    });
    const told = await answer.json();
    refuse(answer.ok ? "" : told.error || "没有办成，请再试一次。");
    return answer.ok ? told : undefined;
  } catch {
    refuse(`没有发出去：连不上${desk.bot}，请看看它是不是还开着。`);
    return undefined;
  }
}

/** Shows why something was not done; an empty text takes it away. */
export function refuse(why) {
  const place = $("refused");
  place.textContent = why;
  place.hidden = why === "";
}
