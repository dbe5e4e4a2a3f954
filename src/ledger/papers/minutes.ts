import type { Meeting } from "../../council/affair.ts";
import { presentAt } from "../../council/meeting/shown.ts";
import { maskAlias, maskText } from "../../shared/mask.ts";
import { aliasOf } from "../../tickets/desk.ts";
import { type Block, type Office, type Paper, say, signs, timeOf } from "./paper.ts";

/** `isOpen`: for staff, with the names of those who signed in. `isPrivate`: tickets that are disputes by now; their words stay out. */
export type MinutesReader = { readonly isOpen: boolean; readonly isPrivate: (ticket: number) => boolean };

const VOTES = /(?:不同意|同意|赞成|反对|弃权)\s*\d+(?:\s*票)?/g;

/** 会议纪要 (A4): when, where, who, what about, what was said and what was decided, with the votes and the tickets that follow it up. */
export function meetingMinutes(on: Office, meeting: Meeting, reader: MinutesReader): Paper {
  const { desk } = on;
  const label = (name: string): string => say(on, `minutes.${name}`);
  const words = (text: string, ticket: number | undefined): string => {
    if (ticket !== undefined && reader.isPrivate(ticket)) return label("private");
    return reader.isOpen ? text : maskText(text);
  };
  const staff = new Set(desk.community.people.map(({ alias }) => alias));
  const names = meeting.present.map(({ name }) => (reader.isOpen || staff.has(name) ? name : maskAlias(name)));
  const people = (count: number | undefined): string => (count === undefined ? "" : say(on, "minutes.people", { count }));
  const topics = meeting.topics.map(({ text, ticket }, index) => `${index + 1}. ${words(text, ticket)}${about(ticket)}`);
  const decided: Block =
    meeting.resolutions.length === 0
      ? { kind: "lines", lines: [label("none")] }
      : {
          kind: "table",
          shares: [8, 44, 20, 13, 15],
          head: ["order", "decision", "votes", "passed", "ticket"].map(label),
          rows: meeting.resolutions.map(({ text, failed, ticket }, index) => [
            String(index + 1),
            words(text, ticket),
            (text.match(VOTES) ?? []).join(" "),
            label(failed === true ? "no" : "yes"),
            ticket === undefined ? "" : `#${ticket}`,
          ]),
        };
  return {
    community: desk.community.name,
    title: say(on, "minutes.title", { title: meeting.title }),
    number: say(on, "minutes.number", { number: meeting.number }),
    blocks: [
      {
        kind: "fields",
        rows: [
          [label("when"), timeOf(on, meeting.at)],
          [label("venue"), meeting.venue ?? ""],
          [label("keeper"), aliasOf(desk, meeting.by)],
          [label("invited"), meeting.invited.join("、")],
          [label("entitled"), people(meeting.entitled)],
          [label("present"), people(presentAt(meeting))],
          [label("names"), names.join("、")],
        ],
      },
      { kind: "heading", text: label("topics") },
      { kind: "lines", lines: topics.length === 0 ? [label("none")] : topics },
      { kind: "heading", text: label("said") },
      {
        kind: "lines",
        lines: meeting.minutes.length === 0 ? [label("none")] : meeting.minutes.map((text) => words(text, undefined)),
      },
      { kind: "heading", text: label("decided") },
      decided,
      ...(meeting.objections === 0
        ? []
        : [{ kind: "lines" as const, lines: [say(on, "minutes.objections", { count: meeting.objections })] }]),
      signs(on, [
        say(on, "paper.sign", { who: label("host") }),
        say(on, "paper.sign", { who: label("writer") }),
        say(on, "paper.seal", { name: desk.community.name }),
      ]),
    ],
  };
}

function about(ticket: number | undefined): string {
  return ticket === undefined ? "" : `（#${ticket}）`;
}
