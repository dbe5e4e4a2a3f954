import type { Affair, Meeting } from "../../council/affair.ts";
import { comingTo, presentAt } from "../../council/meeting/shown.ts";
import type { House } from "../../load-house.ts";
import type { Instant } from "../../shared/instant.ts";
import { placeText } from "../../shared/place.ts";
import type { Database } from "../../store/database/open.ts";
import { createShelf } from "../../store/shelf.ts";
import type { Ticket } from "../../tickets/ticket.ts";
import { type CouncilOutcome, votesAndProjects } from "./council-outcome.ts";

/** A sentence of the bot, as the chat showed it. `to` is a room's topic or `dm:<alias>`. */
export type Utterance = { readonly id: string; readonly at: Instant; readonly to: string; readonly text: string };

/** What a conversation came to (DESIGN: `replay --json`). Times are ISO in the community's zone. */
export type Outcome = {
  readonly said: readonly {
    readonly at: string;
    readonly to: string;
    readonly text: string;
    readonly ticket?: number;
    readonly purpose: string;
  }[];
  readonly tickets: readonly {
    readonly number: number;
    readonly kind: string;
    readonly category: string;
    readonly urgency: string;
    readonly state: string;
    readonly step: string;
    readonly level: string;
    readonly outcome: string | null;
    readonly place: string;
    readonly grid: string | null;
    readonly handler: string;
    readonly reporters: readonly string[];
    readonly supporters: readonly string[];
    readonly rating: number | null;
    readonly events: readonly { readonly type: string; readonly at: string; readonly by: string }[];
  }[];
  readonly meetings: readonly {
    readonly number: number;
    readonly title: string;
    readonly at: string;
    readonly state: string;
    readonly venue: string | null;
    readonly topics: readonly string[];
    readonly invited: readonly string[];
    readonly signedUp: number;
    readonly present: number;
    readonly entitled: number | null;
    readonly resolutions: readonly { readonly text: string; readonly passed: boolean; readonly ticket: number | null }[];
  }[];
  readonly notices: readonly {
    readonly number: number;
    readonly text: string;
    readonly state: string;
    readonly edition: number;
    readonly from: string | null;
    readonly rooms: readonly string[];
  }[];
} & CouncilOutcome;

/** Reads what happened from the database; nothing is remembered from the play but the sentences themselves. */
export async function outcomeOf(database: Database, { desk }: House, said: readonly Utterance[]): Promise<Outcome> {
  const { iso } = desk.calendar.zone;
  const { db } = database;
  const rows = await db.selectFrom("outbox").select(["channel_id", "ticket", "purpose"]).where("state", "=", "said").execute();
  const tickets = await db.selectFrom("tickets").select(["number", "document"]).orderBy("number").execute();
  const events = await db.selectFrom("events").select(["ticket", "type", "at", "by"]).orderBy("seq").execute();
  return {
    said: said.map(({ id, at, to, text }) => {
      const about = rows.filter(({ channel_id }) => channel_id === id);
      const ticket = about.length === 1 ? (about[0]?.ticket ?? undefined) : undefined;
      return { at: iso(at), to, text, ...(ticket === undefined ? {} : { ticket }), purpose: about[0]?.purpose ?? "notify" };
    }),
    tickets: tickets.map(({ number, document }) => {
      const ticket = JSON.parse(document) as Ticket;
      return {
        number,
        kind: ticket.kind,
        category: ticket.category,
        urgency: ticket.urgency,
        state: ticket.state,
        step: ticket.step,
        level: ticket.level,
        outcome: ticket.state === "closed" ? ticket.outcome : null,
        place: placeText(ticket.place),
        grid: ticket.grid ?? null,
        handler: ticket.handler,
        reporters: ticket.reporters.map(({ alias }) => alias),
        supporters: ticket.supporters.map(({ alias }) => alias),
        rating: ticket.rating ?? null,
        events: events.filter((event) => event.ticket === number).map(({ type, at, by }) => ({ type, at: iso(at), by })),
      };
    }),
    ...councilOf(await createShelf(database).all(), iso),
  };
}

function councilOf(
  affairs: readonly Affair[],
  iso: (at: Instant) => string,
): Pick<Outcome, "meetings" | "notices" | "votes" | "projects"> {
  const inOrder = affairs.toReversed();
  return {
    meetings: inOrder.flatMap((one) => (one.kind === "meeting" ? [meetingRow(one, iso)] : [])),
    notices: inOrder.flatMap((one) =>
      one.kind === "notice"
        ? [
            {
              number: one.number,
              text: one.body,
              state: one.stage,
              edition: one.edition,
              from: one.when === undefined ? null : iso(one.when.from),
              rooms: one.rooms,
            },
          ]
        : [],
    ),
    ...votesAndProjects(inOrder, iso),
  };
}

function meetingRow(meeting: Meeting, iso: (at: Instant) => string): Outcome["meetings"][number] {
  return {
    number: meeting.number,
    title: meeting.title,
    at: iso(meeting.at),
    state: meeting.stage,
    venue: meeting.venue ?? null,
    topics: meeting.topics.map(({ text, ticket }) => (ticket === undefined ? text : `#${ticket} ${text}`.trim())),
    invited: meeting.invited,
    signedUp: comingTo(meeting),
    present: presentAt(meeting),
    entitled: meeting.entitled ?? null,
    resolutions: meeting.resolutions.map(({ text, failed, ticket }) => ({
      text,
      passed: failed !== true,
      ticket: ticket ?? null,
    })),
  };
}
