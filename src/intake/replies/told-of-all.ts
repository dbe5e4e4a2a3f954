import type { Instant } from "../../shared/instant.ts";
import { isStaff, mayDo } from "../../tickets/permit.ts";
import { answer, listed } from "../../tickets/saying/compose.ts";
import { answerAbout, type Heard, seenBy } from "../heard.ts";
import { allDone } from "../words/all-done.ts";
import { type Aiming, mattersOf } from "./aim.ts";

/** `三个都办好了`, `除了2都好了`: nothing is closed in the lump; whoever says so is asked for the numbers, which stand ready to be sent. True: asked. */
export async function askWhichAreDone({ office }: Aiming, heard: Heard, now: Instant): Promise<boolean> {
  const { actor, room, spoken, line } = heard;
  const told = isStaff(actor) && spoken.quotedNumber === undefined ? allDone(spoken.text) : undefined;
  if (told === undefined) return false;
  const own = (await mattersOf(office, actor)).filter(({ ticket }) => {
    const takes = office.flowFor(ticket.kind).flow.states[ticket.stage]?.on["finish"] !== undefined;
    return ticket.state === "open" && takes && mayDo(office.desk, "finish", actor, ticket);
  });
  const done = own.filter(({ ticket }) => !told.but.includes(ticket.number));
  const names = told.but.some((number) => own.some(({ ticket }) => ticket.number === number)) || told.count === done.length;
  const isMeant = names || room === undefined || spoken.text.includes("办");
  if (!isMeant || done.length === 0 || own.length < 2) return false;

  const items = listed(
    office.wordings,
    done.map((matter) => seenBy(actor, matter)),
    "whichItem",
  );
  const numbers = done.map(({ ticket }) => ticket.number).join("、");
  const example = `${numbers} ${done.length > 1 ? "都" : ""}办好了`;
  const besides = done.find(({ ticket }) => ticket.kind === "dispute")?.ticket;
  const sentence = answer(office.wordings, `done:${line.row}`, answerAbout(heard, besides), "which", { items, example }, now);
  await office.register.transact(async (transaction) => {
    await transaction.say([sentence]);
    await transaction.settle([line.row], { as: "answered" });
  });
  return true;
}
