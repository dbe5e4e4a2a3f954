import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { createRegister } from "../store/register.ts";
import { carryOut, fileReport } from "../tickets/office.ts";
import { freshPostgres } from "./databases.ts";
import { house, lampReading, people } from "./house.ts";

const SCRIPT = fileURLToPath(new URL("./claim-process.ts", import.meta.url));

export type Race = {
  readonly rounds: number;
  readonly won: { readonly volunteer: number; readonly unit: number };
  readonly wrong: readonly string[];
};

/**
 * Two processes claim one published wish at the same instant, so many times, on the PostgreSQL at `server`.
 * Wrong is every round in which not exactly one wins, the other is not told that somebody was faster, or the database holds anything else.
 */
export async function raceForWishes(server: string, rounds: number): Promise<Race> {
  const home = await freshPostgres(server);
  const office = { ...house, register: createRegister(home.database), reachable: () => true };
  const start = (who: string): ChildProcess => fork(SCRIPT, [home.url ?? "", home.dataDir, who]);
  const racers = { volunteer: start("volunteer"), unit: start("unit") };
  await Promise.all(Object.values(racers).map((racer) => once(racer, "message")));
  const won = { volunteer: 0, unit: 0 };
  const wrong: string[] = [];
  try {
    for (let round = 1; round <= rounds; round++) {
      const reading = { ...lampReading, kind: "wish" as const };
      const opening = { reading, reporter: people.resident, home: {} };
      const number = (await fileReport(office, opening, [], "想要一副老花镜", Date.now()))?.ticket.number ?? 0;
      await carryOut(office, number, { verb: "confirm", by: people.secretary, text: "一副老花镜" }, Date.now());
      const said = Promise.all([once(racers.volunteer, "message"), once(racers.unit, "message")]);
      for (const racer of Object.values(racers)) racer.send({ number, at: Date.now() + 3 });
      const [[first], [second]] = await said;
      const claims = await home.database.db.selectFrom("claims").select("person").where("ticket", "=", number).execute();
      const claimed = await home.database.db
        .selectFrom("events")
        .select("by")
        .where("ticket", "=", number)
        .where("type", "=", "claimed")
        .execute();
      if (first === "claimed") won.volunteer++;
      if (second === "claimed") won.unit++;
      const outcome = [first, second].sort().join(" ");
      if (outcome !== "claimed claimedAlready" || claims.length !== 1 || claimed.length !== 1)
        wrong.push(`round ${round}: ${outcome}, ${claims.length} claims`);
    }
    return { rounds, won, wrong };
  } finally {
    for (const racer of Object.values(racers)) racer.disconnect();
    await Promise.all(Object.values(racers).map((racer) => (racer.exitCode === null ? once(racer, "exit") : undefined)));
    await home.drop();
  }
}

// `node src/testing/claim-race.ts 500`: on the database that TEST_DATABASE_URL names.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const result = await raceForWishes(process.env["TEST_DATABASE_URL"] ?? "", Number(process.argv[2] ?? 500));
  process.stdout.write(`${JSON.stringify(result)}\n`);
}
