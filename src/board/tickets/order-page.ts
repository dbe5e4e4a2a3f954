import { html } from "hono/html";
import type { Community } from "../../shared/community.ts";
import { KINDS } from "../../tickets/reading.ts";
import type { Ticket } from "../../tickets/ticket.ts";
import type { Fields } from "../shell/form.ts";
import type { Html } from "../shell/layout.ts";
import { KIND_NAMES } from "./names.ts";
import { type Field, isUsual, ORDER_FORMS, type OrderForm } from "./order-forms.ts";
import { LONGEST, OURSELVES } from "./read-order.ts";

type Name = keyof typeof ORDER_FORMS;

export type Orders = {
  readonly ticket: Ticket;
  readonly verbs: readonly Name[];
  readonly community: Community;
  readonly csrf: string;
  /** What was just refused: it stays as it was written. */
  readonly refused?: { readonly verb: Name; readonly fields: Fields };
};

/** One small form for each order that this person may give now; the rest is not there. */
export function orderForms(orders: Orders): Html {
  if (orders.verbs.length === 0) return html`<p class="note">现在没有要您办的步骤。</p>`;
  const usual = orders.verbs.filter(isUsual);
  const seldom = orders.verbs.filter((verb) => !isUsual(verb));
  const shown = (verbs: readonly Name[], more = ""): Html =>
    verbs.length === 0 ? html`` : html`<div class="orders${more}">${verbs.map((verb) => order(orders, verb))}</div>`;
  return html`${shown(usual)}${usual.length === 0 || seldom.length === 0 ? "" : html`<h3>也可以</h3>`}${shown(seldom, " seldom")}`;
}

function order(orders: Orders, verb: Name): Html {
  const { ticket, csrf, refused } = orders;
  const form = formOf(ticket, verb);
  const written = refused?.verb === verb ? refused.fields : {};
  return html`<details class="order" name="order"${refused?.verb === verb ? html` open` : ""}>
<summary>${form.name}</summary>
<form method="post" action="/tickets/${ticket.number}">
<input type="hidden" name="csrf" value="${csrf}"><input type="hidden" name="verb" value="${verb}">
${form.hint === undefined ? "" : html`<p class="note">${form.hint}</p>`}
${form.fields.map((field) => asked(orders, verb, field, written))}
<button type="submit">${form.name}</button>
</form></details>`;
}

/** A wish is confirmed with the words under which it is published; what is still to be judged is called as the bot asks for it. */
function formOf({ kind, stage }: Ticket, verb: Name): OrderForm {
  if (verb === "confirm" && stage === "asked" && kind !== "wish") return { ...ORDER_FORMS.confirm, name: "立案，我来办" };
  if (verb !== "confirm" || kind !== "wish") return ORDER_FORMS[verb];
  return { name: "确认并公开", fields: [{ as: "text", label: "公开的话（不写姓名、门牌；可不写）", isNeeded: false }] };
}

function asked({ ticket, community }: Orders, verb: Name, field: Field, written: Fields): Html {
  const { label } = field;
  const id = `${verb}-${field.as}`;
  switch (field.as) {
    case "text": {
      const value = written["text"] ?? "";
      const need = field.isNeeded ? html` required` : "";
      return field.isLong === true
        ? html`<label for="${id}">${label}</label><textarea id="${id}" name="text" rows="3" maxlength="${LONGEST}"${need}>${value}</textarea>`
        : html`<label for="${id}">${label}</label><input id="${id}" name="text" maxlength="${LONGEST}" value="${value}"${need} autocomplete="off">`;
    }
    case "when":
      return html`<label for="${id}">${label}</label><input id="${id}" name="when" type="datetime-local" required value="${written["when"] ?? ""}">`;
    case "days":
      return html`<label for="${id}">${label}</label><input id="${id}" name="days" type="number" min="1" max="30" required value="${written["days"] ?? ""}">`;
    case "into":
      return html`<label for="${id}">${label}</label><input id="${id}" name="into" inputmode="numeric" pattern="#?[0-9]{1,9}" required value="${written["into"] ?? ""}">`;
    case "mark":
      return choice(id, "mark", label, [
        ["5", "满意"],
        ["3", "基本满意"],
        ["1", "不满意"],
      ]);
    case "mode":
      return choice(id, "mode", label, [
        ["", "不选"],
        ...["上门访办", "跑腿代办", "应急立办", "网上快办"].map((mode): Choice => [mode, mode]),
      ]);
    case "kind":
      return choice(
        id,
        "kind",
        label,
        KINDS.filter((kind) => kind !== "none" && kind !== ticket.kind).map((kind): Choice => [kind, KIND_NAMES[kind] ?? kind]),
      );
    case "unit":
      return choice(id, "to", label, unitsOf(community));
    case "anyUnit":
      return choice(id, "to", label, [...unitsOf(community), [OURSELVES, "社区自己办"]]);
    case "person":
      return choice(id, "to", label, peopleFor(community, ticket));
  }
}

type Choice = readonly [value: string, name: string];

function choice(id: string, name: string, label: string, choices: readonly Choice[]): Html {
  return html`<label for="${id}">${label}</label><select id="${id}" name="${name}">${choices.map(([value, text]) => html`<option value="${value}">${text}</option>`)}</select>`;
}

function unitsOf({ units }: Community): readonly Choice[] {
  return units.filter(({ contact }) => contact !== undefined).map(({ name }): Choice => [name, name]);
}

/** Whom a ticket may be handed to: the staff; a dispute to those who may know of it. */
function peopleFor({ people }: Community, { kind, handler }: Ticket): readonly Choice[] {
  const mayTake = people.filter(({ unit, roles }) => unit === undefined && !roles.includes("volunteer"));
  const mayKnow = mayTake.filter(({ roles }) => kind !== "dispute" || roles.includes("mediator") || roles.includes("secretary"));
  return mayKnow.filter(({ name }) => name !== handler).map(({ name, alias }): Choice => [name, alias]);
}
