import { KINDS, type Kind } from "../tickets/reading.ts";

/** A message with what is right, and what triage made of it. The first of `gold` is the best; any of them is right. */
export type Judged = {
  readonly text: string;
  readonly group: string;
  readonly gold: readonly Kind[];
  readonly kind: Kind;
  readonly sure: boolean;
  /** A model, where there is one, would not be asked. */
  readonly isSettled: boolean;
};

/** Shares of 0 to 1; undefined where there is nothing to measure. */
export type Score = {
  readonly found: number | undefined;
  readonly filed: { readonly chat: number | undefined; readonly hard: number | undefined; readonly people: number | undefined };
  readonly answered: { readonly chat: number | undefined; readonly hard: number | undefined };
  readonly hazards: number | undefined;
  /** Hazards that were read as chatter, and surely so: must be none. */
  readonly hazardsLost: number;
  readonly sure: { readonly share: number | undefined; readonly right: number | undefined };
  readonly macroF1: number;
  /** What a model would be asked about: of everyday chat, and of people's words. */
  readonly unsettled: { readonly chat: number | undefined; readonly people: number | undefined };
};

const FILED: ReadonlySet<Kind> = new Set(["demand", "dispute", "wish", "hazard", "proposal"]);

/** Residents' own words, whatever a list calls them. */
const PEOPLE: ReadonlySet<string> = new Set(["people", "quotes"]);

/** The measures that the project promises (README), as the shared scorer computes them. */
export function score(rows: readonly Judged[]): Score {
  const people = rows.filter(({ group }) => PEOPLE.has(group));
  const idle = (group: readonly Judged[]) => group.filter(({ gold }) => gold[0] === "none");
  const inGroup = (name: string) => idle(rows.filter(({ group }) => group === name));
  const isFiled = ({ kind }: Judged): boolean => FILED.has(kind);
  const isAnswered = ({ kind }: Judged): boolean => kind === "inquiry";
  const hazards = people.filter(({ gold }) => gold[0] === "hazard");
  const sure = people.filter((row) => row.sure);
  return {
    found: share(
      people.filter(({ gold }) => !gold.includes("none")),
      ({ kind }) => kind !== "none",
    ),
    filed: { chat: share(inGroup("chat"), isFiled), hard: share(inGroup("hard"), isFiled), people: share(idle(people), isFiled) },
    answered: {
      chat: share(inGroup("chat"), isAnswered),
      hard: share(
        inGroup("hard").filter(({ gold }) => gold.length === 1),
        isAnswered,
      ),
    },
    hazards: share(hazards, isRight),
    hazardsLost: hazards.filter((row) => row.kind === "none" && row.sure).length,
    sure: { share: share(people, (row) => row.sure), right: share(sure, isRight) },
    macroF1: macroF1(people),
    unsettled: { chat: share(inGroup("chat"), (row) => !row.isSettled), people: share(people, (row) => !row.isSettled) },
  };
}

export function isRight({ gold, kind }: Judged): boolean {
  return gold.includes(kind);
}

function share<T>(rows: readonly T[], test: (row: T) => boolean): number | undefined {
  return rows.length === 0 ? undefined : rows.filter(test).length / rows.length;
}

function macroF1(rows: readonly Judged[]): number {
  const truth = rows.map((row) => (isRight(row) ? row.kind : (row.gold[0] ?? "none")));
  const values = KINDS.filter((kind) => truth.includes(kind)).map((kind) => {
    const said = rows.filter((row) => row.kind === kind).length;
    const real = truth.filter((name) => name === kind).length;
    const hit = rows.filter((row) => row.kind === kind && isRight(row)).length;
    return (2 * hit) / (said + real);
  });
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
