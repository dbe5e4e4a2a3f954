import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { HOUR, MINUTE } from "../../shared/instant.ts";
import type { Database } from "../../store/database/open.ts";
import type { Schema } from "../../store/database/schema.ts";
import { replay } from "../../tickets/ticket.ts";
import { freshSqlite } from "../databases.ts";
import { at, opened, people } from "../house.ts";

/** So many rows go into one insert; SQLite takes no more than 32,766 values at a time. */
const BATCH = 1_000;

/** As `npm run xiaoge` has them. */
const FLAGS = ["--disable-warning=ExperimentalWarning", "--max-semi-space-size=4"];

type LedgerSpeed = {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly residentMegabytes: number;
  readonly matters: number;
  readonly fileMegabytes: number;
};

/** Writes the ledger of a year with so many matters, each with a whole life, in a process of its own. */
export async function ledgerSpeed(matters: number): Promise<LedgerSpeed> {
  const home = await freshSqlite();
  try {
    await fillLedger(home.database, matters);
    const file = join(home.dataDir, "ledger.xlsx");
    const child = fileURLToPath(new URL("../ledger-process.ts", import.meta.url));
    const told = execFileSync(process.execPath, [...FLAGS, child, home.dataDir, file, "2026-01-01", "2026-11-20"]);
    const { size } = statSync(file);
    return {
      ...(JSON.parse(told.toString()) as Omit<LedgerSpeed, "fileMegabytes">),
      fileMegabytes: Math.round(size / 1024 / 1024),
    };
  } finally {
    await home.drop();
  }
}

/** Lives as the real flow makes them, written straight into the tables: the office would take an hour. */
async function fillLedger({ db }: Database, matters: number): Promise<void> {
  const first = at("2026-01-04T08:00");
  let seq = 0;
  for (let from = 1; from <= matters; from += BATCH) {
    const tickets: Schema["tickets"][] = [];
    const events: Schema["events"][] = [];
    for (let number = from; number < from + BATCH && number <= matters; number++) {
      const begun = first + number * 4 * MINUTE;
      const place = {
        estate: "葵花里小区",
        building: String(4 + (number % 3)),
        unit: String(1 + (number % 3)),
        room: String(101 + (number % 900)),
      };
      const told = opened(begun, { place, summary: `${place.building}号楼楼道灯坏了` }, number);
      const life = told
        .when(people.worker, "confirm", begun + HOUR)
        .when(people.worker, "finish", begun + 30 * HOUR, { text: "换了灯泡，亮了" });
      const ticket = replay(number, life.events);
      if (ticket === undefined) throw new Error("a ticket has events");
      tickets.push({
        number,
        kind: ticket.kind,
        category: ticket.category,
        urgency: ticket.urgency,
        estate: place.estate,
        building: place.building,
        due: null,
        stage: ticket.stage,
        state: ticket.state,
        outcome: ticket.state === "closed" ? ticket.outcome : null,
        grid: ticket.grid ?? null,
        handler: ticket.handler,
        unit: null,
        room: ticket.room ?? null,
        opened_at: begun,
        closed_at: ticket.state === "closed" ? ticket.closedAt : null,
        summary: `${place.building}号楼楼道灯坏了，晚上看不见路，老人容易摔`,
        document: JSON.stringify(ticket),
      });
      for (const [index, { type, at: when, by, text, set }] of life.events.entries()) {
        events.push({
          seq: ++seq,
          ticket: number,
          position: index + 1,
          type,
          at: when,
          by,
          text: text ?? null,
          set: JSON.stringify(set),
          prev: "",
          hash: "",
        });
      }
    }
    await db.transaction().execute(async (tx) => {
      await tx.insertInto("tickets").values(tickets).execute();
      for (let index = 0; index < events.length; index += BATCH)
        await tx
          .insertInto("events")
          .values(events.slice(index, index + BATCH))
          .execute();
    });
  }
}
