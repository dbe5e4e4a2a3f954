import type { Command } from "../command.ts";
import { type Desk, firstDesk } from "../desk.ts";
import type { Audience, Flow, Say } from "../flow/flow.ts";
import type { Facts, Ticket } from "../ticket.ts";

type Right = Partial<Pick<Facts, "place" | "grid" | "handler" | "firstHandler">>;

/** Where a matter is, put right by whoever raised it; while nobody has answered, it goes to whoever answers for that house (A1). */
export function putRight({ desk, flow }: { readonly desk: Desk; readonly flow: Flow }, ticket: Ticket, command?: Command): Right {
  const { reporters, kind, level, handler, firstHandler, stage, respondedAt } = ticket;
  const place = command?.verb === "supplement" ? command.place : undefined;
  if (place === undefined || !reporters.some(({ id }) => id === command?.by.id)) return {};

  const isFresh = respondedAt === undefined && handler === firstHandler && (stage === flow.initial || stage === flow.unsure);
  const desks = firstDesk(desk, kind, place, place);
  if (!isFresh || kind === "dispute" || level !== "grid" || desks.level !== "grid" || desks.handler === handler) return { place };
  return {
    place,
    handler: desks.handler,
    firstHandler: desks.handler,
    ...(desks.grid === undefined ? {} : { grid: desks.grid }),
  };
}

/** What those are told to whom a matter comes in a state. */
export function openingTo(audience: Audience, { states }: Flow, stage: string): readonly Say[] {
  return (states[stage]?.opening ?? []).filter(({ to, if: guard }) => to === audience && guard === undefined);
}
