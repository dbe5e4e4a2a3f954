import type { Affair } from "../../council/affair.ts";
import { progressOf } from "../../council/consent/progress.ts";
import { type Project, standingOf } from "../../council/consent/project.ts";
import { tallyOf } from "../../council/vote/count.ts";
import { questionOf, type Vote } from "../../council/vote/vote.ts";
import type { Instant } from "../../shared/instant.ts";

/** What `replay --json` shows of votes and projects. */
export type CouncilOutcome = {
  readonly votes: readonly {
    readonly number: number;
    readonly topic: string;
    readonly question: string;
    readonly state: string;
    readonly until: string;
    readonly options: readonly { readonly key: string; readonly text: string }[];
    readonly opinions: number;
    readonly counts: { readonly [choice: string]: number };
    readonly voted: number;
    readonly entitled: number | null;
    readonly rooms: readonly string[];
    readonly objections: number;
    readonly resolutions: readonly { readonly text: string; readonly passed: boolean; readonly ticket: number | null }[];
  }[];
  readonly projects: readonly {
    readonly number: number;
    readonly title: string;
    readonly state: string;
    readonly all: number;
    readonly agreed: number;
    readonly refused: number;
    readonly open: number;
    readonly households: readonly { readonly household: string; readonly standing: string; readonly visits: number }[];
  }[];
};

/** The rows of votes and projects, in their order. */
export function votesAndProjects(affairs: readonly Affair[], iso: (at: Instant) => string): CouncilOutcome {
  return {
    votes: affairs.flatMap((one) => (one.kind === "vote" ? [voteRow(one, iso)] : [])),
    projects: affairs.flatMap((one) => (one.kind === "project" ? [projectRow(one)] : [])),
  };
}

function voteRow(vote: Vote, iso: (at: Instant) => string): CouncilOutcome["votes"][number] {
  const { counts, voted } = vote.tally ?? tallyOf(vote, undefined);
  return {
    number: vote.number,
    topic: vote.topic,
    question: questionOf(vote),
    state: vote.stage,
    until: iso(vote.until),
    options: vote.options,
    opinions: vote.heard,
    counts,
    voted,
    entitled: vote.tally?.entitled ?? vote.entitled ?? null,
    rooms: vote.rooms,
    objections: vote.objections,
    resolutions: vote.resolutions.map(({ text, failed, ticket }) => ({ text, passed: failed !== true, ticket: ticket ?? null })),
  };
}

function projectRow(project: Project): CouncilOutcome["projects"][number] {
  const { all, agreed, refused, open } = progressOf(project);
  return {
    number: project.number,
    title: project.title,
    state: project.stage,
    all,
    agreed,
    refused,
    open,
    households: project.households.map((household) => ({
      household,
      standing: standingOf(project, household),
      visits: (project.words[household] ?? []).filter(({ heard }) => heard === "visited").length,
    })),
  };
}
