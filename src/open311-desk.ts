import { statSync } from "node:fs";
import type { Open311Parts, PublicRequest } from "./board/open311/open311.ts";
import { fileSubmission } from "./file-submission.ts";
import { fromRoot, type House } from "./load-house.ts";
import { loadTriageData } from "./load-triage.ts";
import type { Instant } from "./shared/instant.ts";
import { maskText } from "./shared/mask.ts";
import { placeText } from "./shared/place.ts";
import { createClients } from "./store/clients.ts";
import type { Database } from "./store/database/open.ts";
import { type Dated, publicRequests } from "./store/public-requests.ts";
import { createRegister } from "./store/register.ts";
import type { Triage } from "./tickets/reading.ts";
import type { Reachable } from "./tickets/saying/address.ts";
import { fill } from "./tickets/saying/wording.ts";
import { redactor } from "./triage/redact.ts";

export type Open311Needs = {
  readonly house: House;
  readonly database: Database;
  readonly triage: Triage;
  readonly reachable: Reachable;
  readonly clock: () => Instant;
  /** BOARD_URL, where there is one. */
  readonly url: string | undefined;
};

/** What programs of the city may ask and file, put together from the community's own tickets and office. */
export function open311Desk({ house, database, triage, reachable, clock, url }: Open311Needs): Open311Parts {
  const { desk, wordings } = house;
  const { categories } = loadTriageData();
  const reads = publicRequests(database);
  const mask = redactor(desk.community);
  const say = (name: string, values: Parameters<typeof fill>[1] = {}): string =>
    fill(wordings.get(name)?.text ?? "", { community: desk.community.name, ...values });

  function shown({ ticket, summary, updatedAt }: Dated): PublicRequest {
    const { estate, building, unit, spot } = ticket.place;
    const house_ = { ...(estate && { estate }), ...(building && { building }), ...(unit && { unit }) };
    const due = ticket.state === "open" ? ticket.dues["act"] : undefined;
    const outcome = ticket.state === "closed" ? ticket.outcome : undefined;
    return {
      number: ticket.number,
      isOpen: ticket.state === "open",
      category: ticket.category,
      note:
        outcome === undefined
          ? ticket.step
          : outcome === "merged"
            ? say("open311.merged", { into: ticket.mergedInto })
            : say(`outcome.${outcome}`),
      description: maskText(mask(summary)),
      agency: ticket.unit ?? desk.community.name,
      openedAt: ticket.openedAt,
      updatedAt,
      ...(due === undefined ? {} : { due }),
      estate: estate ?? desk.community.name,
      address: placeText({ ...house_, ...(spot && { spot: maskText(mask(spot)) }) }) || desk.community.name,
    };
  }

  const office = { ...house, register: createRegister(database), reachable };
  return {
    community: desk.community.name,
    changedAt: Math.floor(statSync(fromRoot("seeds/categories.yaml")).mtimeMs),
    ...(url === undefined ? {} : { url: `${url.replace(/\/$/, "")}/open311/v2` }),
    clock,
    iso: desk.calendar.zone.iso,
    services: () => categories.map(({ id, words }) => ({ code: id, keywords: words })),
    requests: async (filter) => (await reads.between(filter)).map(shown),
    requestsOf: async (numbers) => (await reads.of(numbers)).map(shown),
    clientOf: createClients(database).named,
    file: async (submission) => {
      const number = await fileSubmission({ office, database, triage, categories, mask }, submission, clock());
      return { number, notice: say("open311.notice", { number }) };
    },
    say: (name) => say(`open311.${name}`),
  };
}
