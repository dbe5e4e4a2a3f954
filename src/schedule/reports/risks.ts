import type { Instant } from "../../shared/instant.ts";
import { type Place, placeText } from "../../shared/place.ts";
import { LOW } from "../../tickets/flow/deeds.ts";
import type { Ticket } from "../../tickets/ticket.ts";
import { type Cluster, whereabouts } from "../recurring.ts";
import type { Course } from "./life.ts";
import type { Period } from "./report-shape.ts";

/** From how many matters a place is one to look at, by the report's period; set in seeds/calendar.yaml. */
export type Risky = { readonly crowded: Readonly<Record<Period, number>> };

/** Something to look at before it grows, with the reason (E11). Disputes are a count; only the secretary reads their numbers. */
export type Risk =
  | {
      readonly why: "dangerLate";
      readonly number: number;
      readonly place: string;
      readonly category: string;
      readonly late: number;
    }
  | { readonly why: "recurring"; readonly cluster: Cluster }
  | { readonly why: "disputes"; readonly count: number; readonly numbers: readonly number[] }
  | { readonly why: "lowMark"; readonly number: number; readonly category: string; readonly mark: number }
  | { readonly why: "crowded"; readonly place: string; readonly count: number };

/** The risk list of a period, the worst first. */
export function risksOf(courses: readonly Course[], clusters: readonly Cluster[], crowded: number, to: Instant): readonly Risk[] {
  const told = courses.filter(({ ticket }) => ticket.kind !== "dispute");
  return [
    ...told.flatMap((course) => dangerLate(course, to)),
    ...disputesLate(courses, to),
    ...clusters.map((cluster): Risk => ({ why: "recurring", cluster })),
    ...told.flatMap(lowMark),
    ...crowdedPlaces(told, crowded),
  ];
}

function dangerLate({ ticket, isOpen }: Course, to: Instant): readonly Risk[] {
  const isDanger = ticket.urgency === "danger" || ticket.kind === "hazard";
  const unanswered = ticket.respondedAt === undefined ? ticket.dues["respond"] : undefined;
  const missed = [ticket.dues["missed"], unanswered, ticket.dues["act"]];
  const late = missed.filter((due) => due !== undefined && due < to);
  const [first] = late.sort((a, b) => (a ?? to) - (b ?? to));
  if (!isOpen || !isDanger || first === undefined) return [];
  return [{ why: "dangerLate", number: ticket.number, place: spotOf(ticket.place), category: ticket.category, late: to - first }];
}

/** Disputes that are still open when all three levels have had their days (D7). */
function disputesLate(courses: readonly Course[], to: Instant): readonly Risk[] {
  const beyond = courses.filter(({ ticket, isOpen }) => isOpen && ticket.kind === "dispute" && (ticket.dues["total"] ?? to) < to);
  return beyond.length === 0
    ? []
    : [{ why: "disputes", count: beyond.length, numbers: beyond.map(({ ticket }) => ticket.number) }];
}

function lowMark({ ticket, before }: Course): readonly Risk[] {
  const mark = ticket.rating;
  if (mark === undefined || mark > LOW || isSameMark(before, ticket)) return [];
  return [{ why: "lowMark", number: ticket.number, category: ticket.category, mark }];
}

/** No mark was given in the period. */
export function isSameMark(before: Ticket | undefined, ticket: Ticket): boolean {
  return JSON.stringify(before?.ratings ?? {}) === JSON.stringify(ticket.ratings ?? {});
}

function crowdedPlaces(courses: readonly Course[], crowded: number): readonly Risk[] {
  const opened = courses.filter(({ isOpened, ticket }) => isOpened && spotOf(ticket.place) !== (ticket.place.estate ?? ""));
  return [...Map.groupBy(opened, ({ ticket }) => spotOf(ticket.place))]
    .filter(([, own]) => own.length >= crowded)
    .map(([place, own]): Risk => ({ why: "crowded", place, count: own.length }))
    .sort((a, b) => (a.why === "crowded" && b.why === "crowded" ? b.count - a.count : 0));
}

/** As near as the house: whose door it is need not be in a report. */
function spotOf(place: Place): string {
  return placeText(whereabouts(place));
}
