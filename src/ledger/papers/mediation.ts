import { DAY } from "../../shared/instant.ts";
import { aliasOf } from "../../tickets/desk.ts";
import type { Matter } from "../../tickets/register.ts";
import type { PersonRef, TicketEvent } from "../../tickets/ticket.ts";
import { type Block, dateOf, type Office, type Paper, say, signs } from "./paper.ts";

/** Both parties together may ask the court to confirm an agreement within thirty days (人民调解法 33). */
const COURT = 30 * DAY;

/** Who reads it: the mediator or the secretary, or one side, who reads no other name than their own. */
export type MediationReader = { readonly as: "office" } | { readonly as: "party"; readonly id: string };

/** 调解协议书, and for the office 卷宗目录 behind it (B6). Undefined: nothing has been agreed, or it is no dispute. */
export function mediationAgreement(
  on: Office,
  { ticket, summary }: Matter,
  events: readonly TicketEvent[],
  reader: MediationReader,
): Paper | undefined {
  const agreed = events.findLast(({ type }) => type === "agreed");
  if (agreed === undefined || ticket.kind !== "dispute") return undefined;
  const { community, calendar } = on.desk;
  const label = (name: string): string => say(on, `mediation.${name}`);
  const nameOf = (person: PersonRef | undefined): string =>
    person !== undefined && (reader.as === "office" || reader.id === person.id) ? person.alias : "";
  const at = ticket.dues["agreed"] ?? agreed.at;
  const number = {
    year: calendar.zone.local(at).year,
    community: community.name,
    number: String(ticket.number).padStart(3, "0"),
  };
  return {
    community: community.name,
    title: label("title"),
    number: say(on, "mediation.number", number),
    blocks: [
      {
        kind: "fields",
        rows: [
          [label("one"), nameOf(ticket.reporters[0])],
          [label("person"), ""],
          [label("other"), nameOf(ticket.parties?.[0])],
          [label("person"), ""],
        ],
      },
      { kind: "heading", text: label("facts") },
      // Whoever complained may have said it so that it tells who they are.
      { kind: "lines", lines: reader.as === "office" ? [`${ticket.category}：${summary}`] : [ticket.category, label("blank")] },
      { kind: "heading", text: label("terms") },
      { kind: "lines", lines: (agreed.text ?? ticket.result ?? "").split("\n") },
      { kind: "heading", text: label("how") },
      { kind: "lines", lines: [label("blank"), label("blank")] },
      {
        kind: "lines",
        lines: [label("effect"), say(on, "mediation.court", { agreed: dateOf(on, at), until: dateOf(on, at + COURT) })],
      },
      signs(on, [
        say(on, "paper.sign", { who: label("one") }),
        say(on, "paper.sign", { who: label("other") }),
        `${say(on, "paper.sign", { who: label("mediator") })}（${aliasOf(on.desk, ticket.firstHandler)}）`,
        say(on, "paper.sign", { who: label("writer") }),
        say(on, "paper.seal", { name: say(on, "mediation.committee", { community: community.name }) }),
      ]),
      ...(reader.as === "office" ? dossier(on, events) : []),
    ],
  };
}

/** 卷宗目录: a line for each paper that what happened has left behind; pages are numbered by hand. */
function dossier(on: Office, events: readonly TicketEvent[]): readonly Block[] {
  const papers = events.flatMap(({ type, at }) => {
    const name = say(on, `dossier.${type}`);
    return name === "" ? [] : [[name, dateOf(on, at)]];
  });
  const rows = [...papers, [say(on, "dossier.cover"), ""]].map(([name = "", date = ""], index) => [
    String(index + 1),
    name,
    date,
    "",
  ]);
  const head = ["order", "name", "date", "pages"].map((name) => say(on, `dossier.${name}`));
  return [
    { kind: "newPage", title: say(on, "dossier.title") },
    { kind: "table", shares: [10, 50, 28, 12], head, rows },
  ];
}
