import { maskText } from "../../shared/mask.ts";
import { placeText } from "../../shared/place.ts";
import { aliasOf } from "../../tickets/desk.ts";
import type { Matter } from "../../tickets/register.ts";
import type { TicketEvent } from "../../tickets/ticket.ts";
import { cardNumber, type Office, type Paper, say, signs, timeOf } from "./paper.ts";

/** 事项转批卡 (C4): hands a matter to the unit that was whistled, with its result where there is one. Undefined: no unit was called. Never of a dispute, never with a resident's name. */
export function referralCard(on: Office, { ticket, summary }: Matter, events: readonly TicketEvent[]): Paper | undefined {
  const call = ticket.whistles?.at(-1);
  if (call === undefined || ticket.kind === "dispute") return undefined;
  const why = events.findLast(({ type }) => type === "whistled" || type === "ordered")?.text ?? "";
  const label = (name: string): string => say(on, name);
  return {
    community: on.desk.community.name,
    title: label("referral.title"),
    number: say(on, "paper.number", { number: cardNumber(on, ticket) }),
    blocks: [
      {
        kind: "fields",
        rows: [
          [label("paper.ticket"), `#${ticket.number}`],
          [label("paper.category"), ticket.category],
          [label("paper.told"), timeOf(on, ticket.openedAt)],
          [label("paper.place"), placeText(ticket.place)],
          [label("paper.what"), maskText(summary)],
          [label("referral.why"), maskText(why)],
          [label("paper.unit"), call.unit],
          [label("referral.called"), timeOf(on, call.at)],
          [label("referral.reported"), timeOf(on, call.reportedInAt)],
          [label("referral.due"), timeOf(on, ticket.dues["act"])],
          [label("paper.keeper"), aliasOf(on.desk, ticket.firstHandler)],
          [label("paper.result"), maskText(ticket.result ?? "")],
          [label("paper.finished"), timeOf(on, call.finishedAt)],
          [label("paper.rating"), ticket.rating === undefined ? "" : say(on, "paper.marks", { mark: ticket.rating })],
        ],
      },
      signs(on, [
        say(on, "paper.sign", { who: label("referral.chief") }),
        say(on, "paper.seal", { name: on.desk.community.name }),
        say(on, "paper.sign", { who: label("referral.unitChief") }),
        say(on, "paper.seal", { name: call.unit }),
      ]),
    ],
  };
}
