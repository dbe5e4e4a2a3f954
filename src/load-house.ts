import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, isAbsolute, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { CouncilRules } from "./council/rules.ts";
import { type CalendarSheet, loadCalendar } from "./flows/load-calendar.ts";
import { loadCommunity } from "./flows/load-community.ts";
import { loadDeliberation } from "./flows/load-deliberation.ts";
import { loadFlow } from "./flows/load-flow.ts";
import { loadKnowledge } from "./flows/load-knowledge.ts";
import { loadReplies } from "./flows/load-replies.ts";
import { loadWording } from "./flows/load-wording.ts";
import { createGuesser, type Guesser } from "./intake/replies/guess/guesser.ts";
import { createKnowledge, type Knowledge } from "./knowledge/knowledge.ts";
import { workCalendar } from "./schedule/workdays.ts";
import { ConfigError, FlowError } from "./shared/errors.ts";
import { zoneOf } from "./shared/zone.ts";
import { atDesk, type Desked } from "./tickets/deciding/decide.ts";
import type { Desk } from "./tickets/desk.ts";
import type { Flow } from "./tickets/flow/flow.ts";
import { KINDS, type Kind } from "./tickets/reading.ts";
import type { Wordings } from "./tickets/saying/wording.ts";

/** The project's root: data files are named from here, wherever the program was started. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Everything people wrote: the community, its calendar, its flows and its sentences; all checked. */
export type House = {
  readonly desk: Desk;
  readonly calendar: CalendarSheet;
  readonly wordings: Wordings;
  readonly knowledge: Knowledge;
  /** How the community announces, meets and decides. */
  readonly rules: CouncilRules;
  /** What free words to the bot mean; it is learned when it is first asked for. */
  readonly guesser: () => Guesser;
  readonly flowFor: (kind: Kind) => Desked;
};

/** Files in `flows/` that are no flow of a ticket. */
const NO_FLOWS = ["wording.yaml", "deliberation.yaml"];

/** Loads and checks every data file. Throws ConfigError or FlowError with file and line. */
export function loadHouse(files: { readonly community: string; readonly calendar: string }): House {
  const community = loadCommunity(fromRoot(files.community));
  const calendar = loadCalendar(fromRoot(files.calendar), community, fromRoot);
  const wordings = loadWording([fromRoot("flows/wording.yaml"), ...yamlIn("flows/wording")]);
  const desk: Desk = { community, calendar: workCalendar(zoneOf(community.timezone), calendar.work.hours, calendar.work.waking) };
  const flows = yamlIn("flows")
    .filter((file) => !NO_FLOWS.includes(basename(file)))
    .map((file) => loadFlow(file, new Set(wordings.keys())));
  const rules = loadDeliberation(fromRoot("flows/deliberation.yaml"));
  const knowledge = createKnowledge(loadKnowledge(fromRoot("seeds/knowledge")));
  const samples = loadReplies(fromRoot("seeds/replies"));
  let learned: Guesser | undefined;
  const guesser = (): Guesser => {
    learned ??= createGuesser(samples);
    return learned;
  };
  return { desk, calendar, wordings, knowledge, rules, guesser, flowFor: byKind(flows, desk) };
}

function yamlIn(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => fromRoot(join(folder, name)));
}

function byKind(flows: readonly Flow[], desk: Desk): House["flowFor"] {
  const desked = new Map(
    flows.flatMap((flow) => flow.kinds.map((kind) => [kind, flow] as const)).map(([kind, flow]) => [kind, atDesk(flow, desk)]),
  );
  for (const kind of KINDS) {
    if (kind !== "none" && !desked.has(kind))
      throw new FlowError("flows/", `has no flow for the kind "${kind}"; add it to a flow's kinds`);
  }
  return (kind) => {
    const found = desked.get(kind as Exclude<Kind, "none">);
    if (found === undefined) throw new FlowError("flows/", `has no flow for the kind "${kind}"`);
    return found;
  };
}

/** A path as given when it exists from here, else from the project's root. Messages then name it as the person wrote it. */
export function fromRoot(path: string): string {
  if (isAbsolute(path) || existsSync(path)) return path;
  const rooted = join(ROOT, path);
  if (!existsSync(rooted)) throw new ConfigError(path, "cannot be found; check the path");
  return rooted;
}
