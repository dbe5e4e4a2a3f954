import { randomBytes } from "node:crypto";
import type { BoardParts, TicketRow } from "./board/parts.ts";
import type { Memory } from "./board/sign-in/memory.ts";
import { boardFigures } from "./board-figures.ts";
import type { Config } from "./config.ts";
import { freshPeople } from "./fresh-people.ts";
import type { House } from "./load-house.ts";
import { loadTriageData } from "./load-triage.ts";
import { sayTime } from "./outbox/say-time.ts";
import type { Instant } from "./shared/instant.ts";
import { placeText } from "./shared/place.ts";
import { createFinder } from "./store/board/find-tickets.ts";
import { createCounts } from "./store/board/overview-counts.ts";
import { createTrackLinks } from "./store/board/track-links.ts";
import { boardMatters } from "./store/board-reads.ts";
import { chainHead } from "./store/chain.ts";
import type { Database } from "./store/database/open.ts";
import { createFileReader } from "./store/files.ts";
import { aliasOf } from "./tickets/desk.ts";
import { dueOf } from "./tickets/saying/compose.ts";

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

export type BoardNeeds = {
  readonly config: Config;
  readonly house: House;
  readonly database: Database;
  readonly memory: Memory;
  readonly clock: () => Instant;
  readonly failed: (why: string) => void;
};

/** What the board is handed of the rest; the channel's state and the sandbox come from whoever serves it. */
export function boardParts({
  config,
  house,
  database,
  memory,
  clock,
  failed,
}: BoardNeeds): Omit<BoardParts, "status" | "halls" | "act" | "personNamed"> {
  const { desk } = house;
  const { zone } = desk.calendar;
  return {
    community: desk.community.name,
    bot: desk.community.bot,
    iso: zone.iso,
    sayTime: (at) => sayTime(zone, at, clock()),
    tickets: () => ticketRows(database, house),
    hosts: config.BOARD_URL === undefined ? [] : [new URL(config.BOARD_URL).host],
    isPublic: config.BOARD_URL !== undefined || !isLoopback(config.BOARD_HOST),
    clock,
    desk,
    flowFor: house.flowFor,
    door: {
      memory,
      newToken: () => randomBytes(32).toString("base64url"),
      people: freshPeople(config.COMMUNITY_FILE, desk.community.people, Date.now, failed),
      roleName,
      isSecure: config.BOARD_URL?.startsWith("https:") === true,
    },
    finder: createFinder(database),
    overview: { ...createCounts(database), figures: boardFigures(database, house) },
    trackLinks: createTrackLinks(database, clock),
    openFile: createFileReader(config.DATA_DIR),
    categories: loadTriageData().categories.map(({ id }) => id),
    failed,
    head: () => chainHead(database),
  };
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host.startsWith("127.");
}

/** What people call a role. */
export function roleName(role: string): string {
  return ROLE_NAMES[role] ?? role;
}

/** The tickets that the board shows. */
export async function ticketRows(database: Database, house: House): Promise<readonly TicketRow[]> {
  const matters = await boardMatters(database, 60);
  return matters.map(({ ticket, summary }) => {
    const due = dueOf(house.flowFor(ticket.kind).flow, ticket);
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
