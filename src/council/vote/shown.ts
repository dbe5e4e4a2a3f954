import { type Fill, fill } from "../../tickets/saying/wording.ts";
import type { Chamber } from "../chamber.ts";
import { quorumOf, tallyOf, verdictOf } from "./count.ts";
import type { StepName } from "./rules.ts";
import { questionOf, type Tally, type Vote } from "./vote.ts";

/** A part of a sentence, by its name among the wordings. */
export function part({ wordings }: Pick<Chamber, "wordings">, name: string, values: Fill = {}): string {
  return fill(wordings.get(name)?.text ?? "", values);
}

/** How many households may vote: as the secretary said, else as the estates have; undefined where one of them is not known. */
export function entitledOf({ desk }: Pick<Chamber, "desk">, { entitled, estates }: Vote): number | undefined {
  if (entitled !== undefined) return entitled;
  const known = estates.map((name) => desk.community.estates.find((estate) => estate.name === name)?.households);
  if (known.length === 0) return undefined;
  return known.reduce((sum, count) => (sum === undefined || count === undefined ? undefined : sum + count), 0);
}

/** The count as it stands now, or as it stood at the close. */
export function countOf(on: Chamber, vote: Vote): Tally {
  const entitled = entitledOf(on, vote);
  if (vote.tally === undefined || vote.stage === "voting") return tallyOf(vote, entitled);
  const { entitled: _then, ...counted } = vote.tally;
  return entitled === undefined ? counted : { ...counted, entitled };
}

/** What every sentence about a deliberation may say of it. Nothing of one household is in it. */
export function standing(on: Chamber, vote: Vote) {
  const { steps } = on.rules.deliberation;
  const step = steps.findIndex(({ does }) => does === STEP[vote.stage]);
  const tally = countOf(on, vote);
  const { verdict, decision } = verdictOf(on.rules.deliberation, vote, tally);
  const quorum = quorumOf(on.rules.deliberation, vote).name;
  return {
    number: vote.number,
    topic: vote.topic,
    question: questionOf(vote),
    heard: vote.heard,
    step: step < 0 ? "" : part(on, "vote.step", { name: steps[step]?.name ?? "", place: step + 1, all: steps.length }),
    options: optionsOf(on, vote),
    counts: countsOf(on, vote, tally),
    share: shareOf(on, tally),
    size: sizeOf(on, vote),
    verdict: part(on, `vote.${verdict}`, { decision, quorum }),
    decision,
    quorum,
  };
}

const STEP: { readonly [stage in Vote["stage"]]?: StepName } = {
  draft: "collect",
  collecting: "collect",
  proposed: "propose",
  discussing: "discuss",
  voting: "vote",
  counted: "vote",
  public: "publish",
  doing: "carryOut",
  result: "tell",
};

/** The options, one a line; for one question the three answers. */
function optionsOf(on: Chamber, { options }: Vote): string {
  if (options.length === 0) return part(on, "vote.answers");
  return options.map(({ key, text }) => part(on, "vote.option", { key, text })).join("");
}

/** Households for each choice, with their share of those that voted. */
function countsOf(on: Chamber, { options }: Vote, { counts, voted }: Tally): string {
  const rows =
    options.length === 0
      ? ["yes", "no"].map((key) => ({ key, label: part(on, `vote.${key}`) }))
      : options.map(({ key, text }) => ({ key, label: `${key} ${text}` }));
  const abstained = { key: "abstain", label: part(on, "vote.abstain") };
  return [...rows, ...((counts["abstain"] ?? 0) > 0 ? [abstained] : [])]
    .map(({ key, label }) =>
      part(on, "vote.count", { label, count: counts[key] ?? 0, voted, share: percent(counts[key] ?? 0, voted) }),
    )
    .join("");
}

/** How many voted, of how many; that no share can be given where that is not known. */
function shareOf(on: Chamber, { voted, entitled }: Tally): string {
  if (entitled === undefined) return part(on, "vote.ofUnknown", { voted });
  if (entitled < voted) return part(on, "vote.ofTooFew", { voted, entitled });
  return part(on, "vote.of", { voted, entitled, share: percent(voted, entitled) });
}

/** How many households are asked; where that is not known residents read nothing of it, and the secretary is asked. */
function sizeOf(on: Chamber, vote: Vote): string {
  const entitled = entitledOf(on, vote);
  if (entitled !== undefined) return part(on, "vote.size", { entitled });
  return vote.pending?.what === "vote" ? part(on, "vote.sizeUnknown", { number: vote.number }) : "";
}

function percent(count: number, all: number): number {
  return all === 0 ? 0 : Math.round((100 * count) / all);
}
