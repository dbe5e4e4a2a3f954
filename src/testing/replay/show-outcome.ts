import type { Played } from "./replay.ts";

/** A conversation's outcome for a person at a terminal: what was said, then the tickets with their history. */
export function showOutcome({ said, tickets, heard }: Played): string {
  const lines = [
    ...heard.map(({ at, to, who, text }) => ({ at, line: `${clock(at)} 〔${to}〕 ${who}：${oneLine(text)}` })),
    ...said.map(({ at, to, text }) => ({ at, line: `${clock(at)} 〔${to}〕 ◆小格：${oneLine(text)}` })),
  ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const parts = [
    ...lines.map(({ line }) => line),
    "",
    ...tickets.map((ticket) => {
      const end = ticket.outcome === null ? "" : ` ${ticket.outcome}`;
      const history = ticket.events.map(({ type, at, by }) => `${clock(at)} ${type} (${by})`).join(" → ");
      return `#${ticket.number} ${ticket.kind}/${ticket.category} ${ticket.place} ${ticket.step} ${ticket.state}${end} · ${ticket.handler}\n   ${history}`;
    }),
  ];
  return `${parts.join("\n")}\n`;
}

function clock(at: string): string {
  return at.slice(5, 16).replace("T", " ");
}

function oneLine(text: string): string {
  return text.replace(/\n/g, "\n      ");
}
