import { maskText } from "../../shared/mask.ts";
import { placeText } from "../../shared/place.ts";
import { aliasOf } from "../../tickets/desk.ts";
import type { Matter } from "../../tickets/register.ts";
import type { TicketEvent } from "../../tickets/ticket.ts";
import { cardNumber, type Office, type Paper, say, signs, timeOf } from "./paper.ts";

/** 隐患整改通知单 (B7): who must mend what by when, with the course of it so far. Undefined: no notice was given (整改通知 单位 期限). */
export function rectificationNotice(on: Office, { ticket, summary }: Matter, events: readonly TicketEvent[]): Paper | undefined {
  const order = events.findLast(({ type }) => type === "ordered");
  if (order === undefined || ticket.unit === undefined || ticket.kind === "dispute") return undefined;
  const label = (name: string): string => say(on, `rectification.${name}`);
  const staff = new Set(on.desk.community.people.map(({ alias }) => alias));
  const course = events.flatMap(({ type, at, by, text }) => {
    const step = say(on, `course.${type}`);
    return step === "" ? [] : [[timeOf(on, at), step, staff.has(by) ? by : "", maskText(text ?? "")]];
  });
  return {
    community: on.desk.community.name,
    title: label("title"),
    number: say(on, "paper.number", { number: cardNumber(on, ticket) }),
    blocks: [
      {
        kind: "fields",
        rows: [
          [label("unit"), ticket.unit],
          [say(on, "paper.ticket"), `#${ticket.number}`],
          [say(on, "paper.place"), placeText(ticket.place)],
          [label("found"), timeOf(on, ticket.openedAt)],
          [label("what"), maskText(summary)],
          [label("asked"), maskText(order.text ?? "")],
          [label("due"), timeOf(on, ticket.dues["until"] ?? ticket.dues["act"])],
          [say(on, "paper.keeper"), aliasOf(on.desk, ticket.firstHandler)],
          [label("result"), maskText(ticket.result ?? "")],
        ],
      },
      { kind: "lines", lines: [label("ask")] },
      { kind: "heading", text: label("course") },
      {
        kind: "table",
        shares: [26, 18, 20, 36],
        head: [label("when"), label("step"), label("by"), label("words")],
        rows: course,
      },
      signs(on, [
        say(on, "paper.seal", { name: on.desk.community.name }),
        say(on, "paper.sign", { who: label("receipt") }),
        say(on, "paper.sign", { who: label("checker") }),
      ]),
    ],
  };
}
