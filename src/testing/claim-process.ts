import { openDatabase } from "../store/database/open.ts";
import { createRegister } from "../store/register.ts";
import { carryOut } from "../tickets/office.ts";
import { house, people } from "./house.ts";

/** A process that claims wishes when it is told to: `{ number, at }` in, what came of it out. Started by `claim-race.ts`. */
const [url = "", dataDir = "", who = ""] = process.argv.slice(2);
const database = openDatabase({ url, dataDir });
const office = { ...house, register: createRegister(database), reachable: () => true };
const by = who === "unit" ? people.otherUnit : people.volunteer;

process.on("message", async ({ number, at }: { number: number; at: number }) => {
  // Both wait for the same moment, so that neither has a start.
  while (Date.now() < at);
  const done = await carryOut(office, number, { verb: "claim", by }, Date.now());
  process.send?.(done === undefined ? "nothing" : "refused" in done.decision ? done.decision.refused : "claimed");
});
process.on("disconnect", () => void database.close());
process.send?.("ready");
