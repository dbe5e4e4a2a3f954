import { createRollCall } from "../intake/roll-call.ts";
import { type MediationReader, mediationAgreement } from "../ledger/papers/mediation.ts";
import { meetingMinutes } from "../ledger/papers/minutes.ts";
import type { Paper } from "../ledger/papers/paper.ts";
import { rectificationNotice } from "../ledger/papers/rectification.ts";
import { referralCard } from "../ledger/papers/referral.ts";
import { writePaper } from "../ledger/papers/write-paper.ts";
import { type House, loadHouse } from "../load-house.ts";
import { ConfigError } from "../shared/errors.ts";
import type { Instant } from "../shared/instant.ts";
import { historyOf } from "../store/chain.ts";
import type { Database } from "../store/database/open.ts";
import { createDirectory } from "../store/directory.ts";
import { keepDisclosure } from "../store/disclosures.ts";
import { findMatter } from "../store/register-reads.ts";
import { createShelf } from "../store/shelf.ts";
import { isParty, isStaff, maySee } from "../tickets/permit.ts";
import type { Matter } from "../tickets/register.ts";
import type { Actor } from "../tickets/ticket.ts";
import type { XiaogeCommand } from "./command.ts";
import { readOptions } from "./options.ts";
import { actorOf, personNamed } from "./person-named.ts";
import { withDatabase } from "./with-database.ts";
import { checkTarget, writeWhole } from "./write-file.ts";

const USAGE = "paper referral|rectification|mediation|minutes 12 --out FILE.docx [--as NAME]";
const KINDS = ["referral", "rectification", "mediation", "minutes"] as const;
type PaperKind = (typeof KINDS)[number];

/**
 * `paper KIND N --out FILE.docx [--as NAME]`: the referral card, rectification notice or mediation agreement of ticket N, or the minutes of
 * meeting N. With `--as` the paper is what that person may read; a mediation agreement needs it, minutes have full names with it. Papers
 * with names are kept in the log.
 */
export const paperCommand: XiaogeCommand = {
  run: ({ arguments: args, config, write }) => {
    const { words, values } = readOptions(args, { values: ["--out", "--as"], usage: USAGE });
    const kind = KINDS.find((one) => one === words[0]);
    const number = /^#?\d{1,9}$/.test(words[1] ?? "") ? Number(words[1]?.replace("#", "")) : undefined;
    const file = values.get("--out");
    if (kind === undefined || number === undefined || file === undefined || words.length > 2)
      throw new ConfigError("paper", `is written: ${USAGE}`);
    checkTarget(file, ".docx");
    const house = loadHouse({ community: config.COMMUNITY_FILE, calendar: config.CALENDAR_FILE });
    return withDatabase(config, async (database) => {
      await writeWhole(file, [
        await writePaper(await paperOf({ house, database, now: Date.now() }, kind, number, values.get("--as"))),
      ]);
      write(`ok: ${file}\n`);
      return 0;
    });
  },
};

type At = { readonly house: House; readonly database: Database; readonly now: Instant };

/** The paper as data, as far as whoever asks may read it. Throws ConfigError when there is none or they may not. */
async function paperOf(at: At, kind: PaperKind, number: number, name: string | undefined): Promise<Paper> {
  const { house, database } = at;
  const asker = name === undefined ? undefined : await askerNamed(at, name);
  if (kind === "minutes") return minutesOf(at, number, asker);

  const matter = await findMatter(database.db, number);
  // Whether there is a dispute of that number is nobody's business.
  if (matter === undefined || (kind !== "mediation" && matter.ticket.kind === "dispute"))
    throw new ConfigError(`#${number}`, "is not a ticket that has such a paper");
  const events = await historyOf(database.db, number);
  if (kind === "mediation") {
    const reader = mediationReader(matter, asker, number);
    const paper = mediationAgreement(house, matter, events, reader);
    if (paper === undefined)
      throw new ConfigError(`#${number}`, "has no agreement yet; the mediator replies 达成 with what was agreed");
    await keep(at, asker, `mediation #${number}`);
    return paper;
  }
  if (asker !== undefined && !maySee(house.desk, asker, matter.ticket))
    throw new ConfigError("--as", `${asker.alias} may not read #${number}`);
  const paper = (kind === "referral" ? referralCard : rectificationNotice)(house, matter, events);
  if (paper === undefined)
    throw new ConfigError(
      `#${number}`,
      kind === "referral"
        ? "was not handed to a unit; whistle one first (吹哨)"
        : "has no rectification notice; give one first (整改通知)",
    );
  return paper;
}

/** A member of staff, or a resident whom the bot knows by exactly this name. */
async function askerNamed({ house, database }: At, name: string): Promise<Actor> {
  const { community } = house.desk;
  if (community.people.some((one) => one.name === name || one.alias === name)) return actorOf(personNamed(community, name));
  const rollCall = createRollCall(createDirectory(database), community);
  await rollCall.load();
  const resident = rollCall.named(name);
  if (resident === undefined || resident.alias !== name.trim())
    throw new ConfigError("--as", `"${name}" is neither one of the community's people nor a resident the bot knows by that name`);
  return { ...resident, roles: [] };
}

/** The secretary and the mediators of this case read all of it, each side its own name, nobody else anything. */
function mediationReader({ ticket }: Matter, asker: Actor | undefined, number: number): MediationReader {
  if (asker === undefined)
    throw new ConfigError("paper mediation", "needs --as: the mediator, the secretary, or one of the parties");
  const isCase = asker.name !== undefined && [ticket.handler, ticket.firstHandler].includes(asker.name);
  if (asker.roles.includes("secretary") || (isCase && asker.roles.includes("mediator"))) return { as: "office" };
  if (ticket.kind === "dispute" && (isParty(asker, ticket) || ticket.reporters.some(({ id }) => id === asker.id)))
    return { as: "party", id: asker.id };
  throw new ConfigError("--as", `${asker.alias} may not read #${number}`);
}

async function minutesOf(at: At, number: number, asker: Actor | undefined): Promise<Paper> {
  const { house, database } = at;
  const meeting = await createShelf(database).affair("meeting", number);
  if (meeting?.kind !== "meeting") throw new ConfigError(`会议${number}`, "is not a meeting");
  if (["draft", "called", "cancelled", "dropped"].includes(meeting.stage))
    throw new ConfigError(`会议${number}`, `has no minutes: it is ${meeting.stage}`);
  if (asker !== undefined && !isStaff(asker)) throw new ConfigError("--as", `${asker.alias} may not read the minutes with names`);
  const tickets = [...meeting.topics, ...meeting.resolutions].flatMap(({ ticket }) => ticket ?? []);
  const matters = await Promise.all(tickets.map((ticket) => findMatter(database.db, ticket)));
  const disputes = new Set(matters.flatMap((matter) => (matter?.ticket.kind === "dispute" ? matter.ticket.number : [])));
  if (asker !== undefined) await keep(at, asker, `minutes ${number}`);
  return meetingMinutes(house, meeting, { isOpen: asker !== undefined, isPrivate: (ticket) => disputes.has(ticket) });
}

async function keep({ database, now }: At, asker: Actor | undefined, what: string): Promise<void> {
  if (asker !== undefined) await keepDisclosure(database, { at: now, by: asker.name ?? asker.id, what });
}
