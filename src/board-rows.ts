import type { TicketRow } from "./board/parts.ts";
import type { House } from "./load-house.ts";
import { placeText } from "./shared/place.ts";
import { boardMatters } from "./store/board-reads.ts";
import type { Database } from "./store/database/open.ts";
import { aliasOf } from "./tickets/desk.ts";
import { promiseOf } from "./tickets/saying/compose.ts";

const ROLE_NAMES: Readonly<Record<string, string>> = {
  gridWorker: "网格员",
  gridLead: "网格长",
  patrol: "巡逻队",
  mediator: "调解员",
  secretary: "社区书记",
  propertyManager: "物业",
  unit: "单位",
  volunteer: "志愿者",
};

/** What people call a role. */
export function roleName(role: string): string {
  return ROLE_NAMES[role] ?? role;
}

/** The tickets that the board shows. */
export async function ticketRows(database: Database, house: House): Promise<readonly TicketRow[]> {
  const matters = await boardMatters(database, 60);
  return matters.map(({ ticket, summary }) => {
    const due = promiseOf(house.flowFor(ticket.kind).flow, ticket);
    return {
      number: ticket.number,
      kind: ticket.kind,
      category: ticket.category,
      summary,
      place: placeText(ticket.place),
      step: ticket.step,
      state: ticket.state,
      ...(ticket.state === "closed" ? { outcome: ticket.outcome } : {}),
      handler: aliasOf(house.desk, ticket.handler),
      reporter: ticket.reporters[0]?.alias ?? "",
      ...(due === undefined ? {} : { due }),
      ...(ticket.rating === undefined ? {} : { rating: ticket.rating }),
    };
  });
}
