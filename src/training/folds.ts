import { basename } from "node:path";
import { KINDS } from "../tickets/reading.ts";
import { lookerOf } from "../triage/look.ts";
import { normalise } from "../triage/normalise.ts";
import { judgesOf, type Lesson } from "./train.ts";
import { readUtterances, type Utterance } from "./utterances.ts";

/** How well files are read by judges that learned from the other files only. Shares of 0 to 1. */
export type Folded = {
  /** The share of pairs (matter, chatter) that stand in the right order, by whose chatter it is. */
  readonly area: Readonly<Record<Group, number>>;
  /** The kind of matters, where it is known that they are one. */
  readonly kindRight: number;
  /** Matters found where one line of friends' talk in a hundred is filed, and where one of people's other words in ten is. */
  readonly found: { readonly chat: number; readonly people: number };
};

const GROUPS = ["people", "chat", "hard"] as const;
type Group = (typeof GROUPS)[number];

const FOLDS = 5;
const NONE = KINDS.length - 1;

type Read = { readonly utterance: Utterance; readonly matter: number; readonly isRight: boolean };

/** Reads each fifth of the files by judges that learned from the others. Takes five times as long as training. */
export function foldsOf(lesson: Lesson): Folded {
  const utterances = readUtterances(
    lesson.folder,
    lesson.categories.map(({ id }) => id),
  );
  const foldOf = dealt(utterances);
  const reads = Array.from({ length: FOLDS }, (_, fold) => {
    const isOut = ({ at }: Utterance): boolean => foldOf.get(fileOf(at)) === fold;
    const judges = judgesOf(
      lesson,
      utterances.filter((each) => !isOut(each)),
    );
    const look = lookerOf({ ...lesson, weights: judges });
    return utterances.filter(isOut).map((utterance): Read => {
      const { kinds } = look(normalise(utterance.text));
      const best = kinds.slice(0, NONE).reduce((top, share, kind) => (share > (kinds[top] ?? 0) ? kind : top), 0);
      return { utterance, matter: 1 - (kinds[NONE] ?? 0), isRight: utterance.kinds.some((kind) => kind === KINDS[best]) };
    });
  }).flat();
  return measured(reads);
}

function measured(reads: readonly Read[]): Folded {
  const matters = reads.filter(({ utterance }) => !utterance.kinds.includes("none"));
  const likely = matters.map(({ matter }) => matter);
  const idle = (group: Group): readonly number[] =>
    reads
      .filter(({ utterance }) => utterance.kinds[0] === "none" && (utterance.group ?? "people") === group)
      .map(({ matter }) => matter);
  const foundAt = (group: Group, filed: number): number => {
    const others = [...idle(group)].sort((a, b) => b - a);
    const bound = others[Math.floor(filed * others.length)] ?? 0;
    return likely.filter((matter) => matter > bound).length / likely.length;
  };
  return {
    area: { people: area(likely, idle("people")), chat: area(likely, idle("chat")), hard: area(likely, idle("hard")) },
    kindRight: matters.filter(({ isRight }) => isRight).length / matters.length,
    found: { chat: foundAt("chat", 0.01), people: foundAt("people", 0.1) },
  };
}

/** Which fold each file is in: the largest first, each to the fold that has the fewest lines of its sort. Files of one writer's series stay together. */
function dealt(utterances: readonly Utterance[]): ReadonlyMap<string, number> {
  const lines = new Map<string, { matters: number; all: number }>();
  for (const { at, kinds } of utterances) {
    const count = lines.get(fileOf(at)) ?? { matters: 0, all: 0 };
    lines.set(fileOf(at), { matters: count.matters + Number(kinds[0] !== "none"), all: count.all + 1 });
  }
  const sums = { matters: new Array<number>(FOLDS).fill(0), chatter: new Array<number>(FOLDS).fill(0) };
  const folds = new Map<string, number>();
  for (const [file, { matters, all }] of [...lines].sort(([, a], [, b]) => b.all - a.all)) {
    const of = sums[2 * matters >= all ? "matters" : "chatter"];
    const fold = of.indexOf(Math.min(...of));
    of[fold] = (of[fold] ?? 0) + all;
    folds.set(file, fold);
  }
  return folds;
}

function fileOf(at: string): string {
  return basename(at)
    .replace(/:\d+$/u, "")
    .replace(/^helper-a-.*/u, "helper-a");
}

/** The share of pairs of which the first is the larger, even ones half. */
function area(above: readonly number[], below: readonly number[]): number {
  const sorted = Float64Array.from(below).sort();
  const countUnder = (value: number): number => {
    let [from, to] = [0, sorted.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((sorted[middle] ?? 0) < value) from = middle + 1;
      else to = middle;
    }
    return from;
  };
  return above.reduce((sum, value) => sum + countUnder(value), 0) / (above.length * below.length);
}
