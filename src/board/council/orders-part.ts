import { html } from "hono/html";
import type { Affair } from "../../council/affair.ts";
import type { Instant } from "../../shared/instant.ts";
import { onceForm } from "../halls/forms.ts";
import type { Html } from "../shell/layout.ts";
import type { Session } from "../sign-in/sessions.ts";
import { formsFor, type OrderForm } from "./order-forms.ts";

/** The orders that this person may give, each a small form; `newOnce` marks each so that it is carried out once. */
export function ordersPart(session: Session, affair: Affair, newOnce: () => string, now: Instant): Html | "" {
  const forms = formsFor(session.actor, affair, now);
  if (forms.length === 0) return "";
  return html`<section class="do" aria-labelledby="do-name"><h2 id="do-name">可以做的</h2>
<div class="orders">${forms.map((one) => orderForm(session, one, newOnce()))}</div></section>`;
}

function orderForm(session: Session, { verb, label, asks }: OrderForm, once: string): Html {
  const hidden = html`${onceForm(session, once)}<input type="hidden" name="verb" value="${verb}">`;
  if (asks === undefined)
    return html`<form method="post" class="order plain-order">${hidden}<button type="submit"${verb === "confirm" ? "" : html` class="quiet"`}>${label}</button></form>`;
  const required = asks.isOptional === true ? "" : html` required`;
  const field =
    asks.isNumber === true
      ? html`<input name="text" inputmode="numeric" pattern="\\d{1,4}" maxlength="4" autocomplete="off"${required}>`
      : html`<textarea name="text" rows="2" maxlength="500"${required}></textarea>`;
  return html`<details class="order"><summary>${label}</summary>
<form method="post">${hidden}<label>${asks.label}${field}</label><button type="submit">${label}</button></form></details>`;
}
