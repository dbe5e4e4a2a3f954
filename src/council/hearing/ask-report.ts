import type { Instant } from "../../shared/instant.ts";
import type { Council, Said } from "./said.ts";

const ASKED =
  /^(?:请|帮我)?(?:看看?|发|要|来|给我|出)?(?:一?下|一?份|个)?(?:这个|本)?(周报|月报|年报)(?:表)?(?:吧|呢)?[。.!！?？]*$/;
const PERIODS = { 周报: "week", 月报: "month", 年报: "year" } as const;

/** `周报`, `月报`, `年报`: the secretary or a grid lead reads where things stand. False: that is not what was said. */
export async function tellReport(on: Council, { text, actor, room, to, row }: Said, now: Instant): Promise<boolean> {
  const word = ASKED.exec(text)?.[1];
  const may = actor.roles.includes("secretary") || actor.roles.includes("gridLead");
  if (word === undefined || !may) return false;

  const isSecretary = actor.roles.includes("secretary") && room === undefined;
  const sentences = await on.report(
    PERIODS[word as keyof typeof PERIODS],
    isSecretary ? "secretary" : "staff",
    `report:${row}`,
    to,
    now,
  );
  await on.shelf.transact(async (transaction) => {
    if ((await transaction.unsettled([row])).length === 0) return;
    await transaction.say(sentences);
    await transaction.settle([row], { as: "answered" });
  });
  return true;
}
