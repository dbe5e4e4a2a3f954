import { fill } from "../../tickets/saying/wording.ts";
import type { Meeting } from "../affair.ts";
import type { Chamber } from "../chamber.ts";

/** The agenda, one point a line, with the tickets they are about. */
export function agendaOf({ wordings }: Chamber, { topics }: Meeting): string {
  const item = wordings.get("meeting.topic")?.text ?? "";
  return topics.map(({ text, ticket }, index) => fill(item, { place: index + 1, text, ticket: ticket === undefined ? "" : `（#${ticket}）` })).join("");
}

/** What every sentence about a meeting may say of it. */
export function standing({ wordings }: Chamber, meeting: Meeting) {
  const { number, title, venue, invited, entitled } = meeting;
  const say = (name: string, values: Parameters<typeof fill>[1]) => fill(wordings.get(name)?.text ?? "", values);
  return {
    number,
    title,
    venue: venue === undefined ? "" : say("meeting.venue", { venue }),
    invited: invited.join("、"),
    count: comingTo(meeting),
    present: presentAt(meeting),
    entitled: entitled === undefined ? "" : say("meeting.entitled", { entitled }),
  };
}

/** How many people said that they will come. */
export function comingTo({ signUps, chains }: Meeting): number {
  const listed = Object.values(chains).flat();
  const apart = signUps.filter(({ id }) => !listed.some((line) => line.id === id));
  return [...apart, ...listed].reduce((sum, { people }) => sum + people, 0);
}

/** How many came: whom the check-in counts, or the number that the convener gave when it is larger. */
export function presentAt({ present, came }: Meeting): number {
  return Math.max(present.length, came ?? 0);
}
