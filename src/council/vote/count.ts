import type { CouncilRules } from "../rules.ts";
import { type Portion, reaches } from "./rules.ts";
import { type Ballot, type Ballots, type Choice, questionOf, type Tally, type Vote } from "./vote.ts";

/** How a count is read: no portion can be given where nobody knows how many are entitled. */
export type Verdict = "passed" | "failed" | "noQuorum" | "unknown";

/** The ballots with one more: an account's later word takes the place of its earlier one, in whatever order they arrive. */
export function withBallot(ballots: Ballots, household: string, ballot: Ballot): Ballots {
  const before = ballots[household] ?? [];
  const own = before.find(({ by }) => by === ballot.by);
  if (own !== undefined && own.row >= ballot.row) return ballots;
  const all = [...before.filter(({ by }) => by !== ballot.by), ballot];
  return { ...ballots, [household]: all.sort((a, b) => a.row - b.row) };
}

/** What a household chose: the last word of whoever spoke for it. */
export function choiceOf(ballots: Ballots, household: string): Choice | undefined {
  return ballots[household]?.at(-1)?.choice;
}

/** Counts households, each once. */
export function tallyOf(vote: Pick<Vote, "ballots">, entitled: number | undefined): Tally {
  const counts: { [choice: string]: number } = {};
  const households = Object.keys(vote.ballots);
  for (const household of households) {
    const choice = choiceOf(vote.ballots, household) ?? "";
    counts[choice] = (counts[choice] ?? 0) + 1;
  }
  return { counts, voted: households.length, ...(entitled === undefined ? {} : { entitled }) };
}

/** Households for which several accounts chose differently, and those of whoever spoke for three or more: the secretary looks at them. */
export function disputedOf({ ballots }: Pick<Vote, "ballots">): readonly string[] {
  const households = Object.keys(ballots).sort();
  const spokenFor = (person: string) => households.filter((one) => ballots[one]?.some(({ by }) => by === person)).length;
  return households.filter((one) => {
    const said = ballots[one] ?? [];
    return new Set(said.map(({ choice }) => choice)).size > 1 || said.some(({ by }) => spokenFor(by) > 2);
  });
}

/** The portion of those entitled that must vote. */
export function quorumOf(rules: CouncilRules["deliberation"], vote: Vote): { readonly name: string; readonly portion: Portion } {
  const name = vote.quorum !== undefined && rules.quorums[vote.quorum] !== undefined ? vote.quorum : rules.quorum;
  return { name, portion: rules.quorums[name] ?? { over: true, of: [1, 2] } };
}

/** What a count comes to, and the words that were decided. */
export function verdictOf(
  rules: CouncilRules["deliberation"],
  vote: Vote,
  { counts, voted, entitled }: Tally,
): { readonly verdict: Verdict; readonly decision: string } {
  const keys = vote.options.length === 0 ? ["yes"] : vote.options.map(({ key }) => key);
  const winner = keys.find((key) => reaches(rules.passes, counts[key] ?? 0, voted));
  const text = vote.options.find(({ key }) => key === winner)?.text;
  const decision = text === undefined ? questionOf(vote) : `${questionOf(vote)}：${text}`;
  if (entitled === undefined || entitled < voted) return { verdict: "unknown", decision };
  if (!reaches(quorumOf(rules, vote).portion, voted, entitled)) return { verdict: "noQuorum", decision };
  return { verdict: winner === undefined ? "failed" : "passed", decision };
}
