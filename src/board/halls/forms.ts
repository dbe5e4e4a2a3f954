import { html } from "hono/html";
import type { Html } from "../shell/layout.ts";
import type { Session } from "../sign-in/sessions.ts";

/** The session's own token, in every form. */
export function ownForm({ csrf }: Pick<Session, "csrf">): Html {
  return html`<input type="hidden" name="csrf" value="${csrf}">`;
}

/** The same, with a mark of this very form: sent twice it is carried out once. */
export function onceForm(session: Pick<Session, "csrf">, once: string): Html {
  return html`${ownForm(session)}<input type="hidden" name="once" value="${once}">`;
}

/** What came of the form before. */
export type Told = { readonly text: string; readonly isBad?: boolean };

/** What came of the form before, where a screen reader says it too. */
export function toldNote(told: Told | undefined): Html | "" {
  if (told === undefined) return "";
  return html`<p class="told${told.isBad === true ? " bad" : ""}" role="status">${told.text}</p>`;
}
