import { contactOf, dutyUnit } from "../../shared/community.ts";
import { DAY, type Instant } from "../../shared/instant.ts";
import type { Command, Verb } from "../command.ts";
import type { Desk } from "../desk.ts";
import { mayDo } from "../permit.ts";
import { namesSomebody } from "../saying/unnamed.ts";
import type { PersonRef, Ticket } from "../ticket.ts";

/** Why nothing happened; each has a wording `refused.<why>`. */
export const REFUSALS = [
  "notYours",
  "notNow",
  "needsReason",
  "needsDays",
  "notLater",
  "needsResult",
  "needsTerms",
  "needsTime",
  "needsNumber",
  "needsKind",
  "unknownPerson",
  "unknownUnit",
  "unitsDuty",
  "ruledAlready",
  "claimedAlready",
  "staysPrivate",
  "hasName",
  "tooLate",
] as const;
export type Refusal = { readonly refused: (typeof REFUSALS)[number] };

/** In working days; whoever needs longer says so again, and the resident hears of it again. */
const LONGEST_EXTENSION = 30;

/** Nobody is put off or sent back without being told why. */
const WITH_REASON: readonly Verb[] = [
  "reject",
  "extend",
  "escalate",
  "object",
  "suspend",
  "await",
  "explain",
  "refer",
  "fault",
  "exclude",
  "split",
];
const WITH_TIME: readonly Verb[] = ["consult", "meet", "suspend", "notice"];

/** Why an order is refused before the flow is asked at all; undefined: it is not. Roles are checked here, whatever road it came by. */
export function refusal(desk: Desk, ticket: Ticket, command: Command, now: Instant): Refusal["refused"] | undefined {
  const { verb, by, text, photos } = command;
  const said = (text ?? "") !== "";
  if (!mayDo(desk, verb, by, ticket)) return "notYours";
  if (verb === "extend" && isNoLater(ticket, command, now)) return "notLater";
  if (WITH_REASON.includes(verb) && !said) return "needsReason";
  if (WITH_TIME.includes(verb) && (command.at === undefined || command.at <= now)) return "needsTime";
  if ((verb === "finish" || verb === "secure") && !said && (photos ?? 0) === 0) return "needsResult";
  if (verb === "agree" && !said) return "needsTerms";
  if (verb === "extend" && !isExtension(command, now)) return "needsDays";
  if (verb === "merge" && (command.into === undefined || command.into === ticket.number)) return "needsNumber";
  return wrongPerson(desk, ticket, command) ?? wrongKind(ticket, command);
}

/** A day to come that is not later than what was promised. */
function isNoLater({ dues }: Ticket, { days, at }: Command, now: Instant): boolean {
  return days === undefined && at !== undefined && at > now && at <= (dues["act"] ?? 0);
}

function isExtension({ days, at }: Command, now: Instant): boolean {
  if (days === undefined) return at !== undefined && at > now && at - now < LONGEST_EXTENSION * 2 * DAY;
  return days !== undefined && days >= 1 && days <= LONGEST_EXTENSION;
}

function wrongPerson(desk: Desk, ticket: Ticket, { verb, to, text, party }: Command): Refusal["refused"] | undefined {
  const unit = contactOf(desk.community, to ?? "");
  const duty = dutyUnit(desk.community, ticket.category);
  if (verb === "transfer" && !mayTake(desk, ticket, to)) return "unknownPerson";
  const usual = verb === "notice" ? ticket.unit : (ticket.unit ?? duty?.name);
  if ((verb === "whistle" || verb === "notice") && unit === undefined && (to !== undefined || usual === undefined))
    return "unknownUnit";
  // What a unit's duty list covers is not laid on the community (职责).
  if (verb === "rule" && unit === undefined && duty !== undefined) return "unitsDuty";
  if (verb === "rule" && unit === undefined && !/社区|网格|我们|自己|居委/.test(text ?? "")) return "unknownUnit";
  if (verb === "party" && !isOtherSide(ticket, party)) return "unknownPerson";
  if (verb === "confirm" && ticket.kind === "wish" && namesSomebody(desk.community, text ?? "")) return "hasName";
  if (verb === "object" && ticket.ruled === true) return "ruledAlready";
  if (verb === "claim" && ticket.claimant !== undefined) return "claimedAlready";
  return undefined;
}

/** Somebody who is neither the one who complained nor nobody at all. */
function isOtherSide({ reporters }: Ticket, party: PersonRef | undefined): boolean {
  if (party === undefined || party.alias.trim() === "") return false;
  return !reporters.some(({ id, alias }) => id === party.id || alias === party.alias);
}

/** What was told in private does not go where staff read along. */
function wrongKind(ticket: Ticket, { verb, kind }: Command): Refusal["refused"] | undefined {
  if (verb !== "reclassify") return undefined;
  if (kind === undefined || kind === ticket.kind) return "needsKind";
  return ticket.kind === "dispute" ? "staysPrivate" : undefined;
}

/** Whom a ticket may be handed to: anybody on the staff; a dispute only to those who may know of it. */
function mayTake(desk: Desk, ticket: Ticket, to: string | undefined): boolean {
  const person = desk.community.people.find(({ name }) => name === to);
  if (person === undefined || person.unit !== undefined || person.roles.includes("volunteer")) return false;
  return ticket.kind !== "dispute" || person.roles.some((role) => role === "mediator" || role === "secretary");
}
