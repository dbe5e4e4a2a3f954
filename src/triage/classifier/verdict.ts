import { KINDS, type Kind } from "../../tickets/reading.ts";

/** From which share on what is done; set in seeds/lexicon.yaml, found by `npm run eval`. */
export type Thresholds = {
  /** All kinds but `none` together: from here a reading is likely enough to be filed at all. */
  readonly matter: number;
  /** The leading kind: from here the bot files without asking. Some kinds have a share of their own. */
  readonly sure: number;
  readonly sureOf: Readonly<Partial<Record<Kind, number>>>;
  /** `none`: from here the bot forgets without asking. */
  readonly idle: number;
  /** Danger: from here `none` is never sure. */
  readonly danger: number;
  /** Danger: from here it is filed when it leads the other kinds, even where chatter is likelier. */
  readonly alarm: number;
};

/** The shares with the odds of any matter divided by `times`; the kinds keep their proportions. */
export function doubted(shares: Float64Array, times: number): Float64Array {
  const none = shares[NONE] ?? 0;
  const rest = (1 - none) / times;
  const sum = none + rest;
  return shares.map((share, kind) => (kind === NONE ? none : share / times) / sum);
}

export type Verdict = { readonly kind: Kind; readonly confidence: number; readonly sure: boolean };

/** A reading that is likelier chatter joins an open matter only as chatter does, even where so little is enough to file it. */
const JOINS_FROM = 0.45;

const NONE = KINDS.indexOf("none");
const HAZARD = KINDS.indexOf("hazard");
const DEMAND = KINDS.indexOf("demand");
/** Something is broken for certain, and only how dangerous it is may be doubted: it is acted on. */
const CERTAIN = 0.98;
const RATHER = 0.6;
/** A danger is believed before another kind that is not much likelier. */
const RATHER_DANGER = 0.8;

/** The kind as which a reading may join an open matter. */
export function joiningKind(shares: Float64Array, thresholds: Thresholds): Kind {
  const { matter, alarm } = thresholds;
  return verdictOf(shares, { ...thresholds, matter: Math.max(JOINS_FROM, matter), alarm: Math.max(JOINS_FROM, alarm) }).kind;
}

/** What follows from the shares of the kinds (in the order of KINDS). */
export function verdictOf(shares: Float64Array, { matter, sure, sureOf, idle, danger, alarm }: Thresholds): Verdict {
  const none = shares[NONE] ?? 0;
  const hazard = shares[HAZARD] ?? 0;
  let best = 0;
  for (let kind = 0; kind < NONE; kind++) if ((shares[kind] ?? 0) > (shares[best] ?? 0)) best = kind;
  if (hazard >= RATHER_DANGER * (shares[best] ?? 0)) best = HAZARD;
  const isAlarm = best === HAZARD && hazard >= alarm;
  if (1 - none < matter && !isAlarm) return { kind: "none", confidence: none, sure: none >= idle && hazard < danger };

  const kind = KINDS[best] ?? "none";
  const confidence = shares[best] ?? 0;
  const demand = shares[DEMAND] ?? 0;
  const isToBeDone = demand + hazard >= CERTAIN && Math.max(demand, hazard) >= RATHER && (best === DEMAND || best === HAZARD);
  return { kind, confidence, sure: confidence >= (sureOf[kind] ?? sure) || isToBeDone };
}
