import { fill } from "../../tickets/saying/wording.ts";
import type { Meeting } from "../affair.ts";
import { linesOf } from "../chain/fold-chain.ts";
import type { ChainLine } from "../chain/read-line.ts";
import type { Chamber } from "../chamber.ts";
import { householdIn } from "../words/household.ts";

/** The agenda, one point a line, with the tickets they are about. */
export function agendaOf({ wordings }: Chamber, { topics }: Meeting): string {
  const item = wordings.get("meeting.topic")?.text ?? "";
  const lines = topics.map(({ text, ticket }, index) =>
    fill(item, { place: index + 1, text, ticket: ticket === undefined ? "" : `（#${ticket}）` }),
  );
  return lines.length === 0 ? "" : fill(wordings.get("meeting.agenda")?.text ?? "", { agenda: lines.join("") });
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
    invites: invited.length === 0 ? "" : say("meeting.invites", { invited: invited.join("、") }),
    count: comingTo(meeting),
    coming: comingTo(meeting) === 0 ? "" : say("meeting.coming", { count: comingTo(meeting) }),
    present: presentAt(meeting),
    unchecked: entitled === undefined ? say("meeting.unchecked", { number }) : "",
    entitled: entitled === undefined ? "" : say("meeting.entitled", { entitled }),
  };
}

/** How many people said that they will come; whoever is in the list and has answered too counts once. */
export function comingTo({ signUps, chains }: Meeting): number {
  const lines = Object.values(chains).flatMap(linesOf);
  const apart = signUps.filter(({ name }) => !lines.some((line) => isSame(name, line)));
  return [...apart.map(({ people }) => people), ...lines.map(({ count }) => count)].reduce((sum, count) => sum + count, 0);
}

/** `3-2-501 李女士` is the line `3-2-501` and the line `李女士`. */
function isSame(name: string, { household, people }: ChainLine): boolean {
  return (
    (household !== undefined && householdIn(name).household === household) ||
    people.some((one) => one.length > 1 && name.endsWith(one))
  );
}

/** How many came: whom the check-in counts, or the number that the convener gave when it is larger. */
export function presentAt({ present, came }: Meeting): number {
  return Math.max(present.length, came ?? 0);
}
