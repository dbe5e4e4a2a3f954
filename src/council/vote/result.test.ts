import { describe, expect, it } from "vitest";
import { chamber, done, line, words } from "../../testing/council.ts";
import { people } from "../../testing/house.ts";
import type { Ticket } from "../../tickets/ticket.ts";
import { mayOrder } from "../permit.ts";
import { decideVote } from "./decide.ts";
import { ringVote } from "./ring.ts";
import { ballot, GROUP, MONDAY, order, voting } from "./vote.fixture.ts";
import { settled, type Vote } from "./vote.ts";

const { secretary } = people;

describe("the result", () => {
  const cast = (count: number) =>
    Array.from({ length: count }, (_, index) => index + 1).reduce(
      (vote, door) => ballot(vote, "小林", `3-1-10${door} 同意`).affair,
      voting,
    );
  const close = (vote: Vote) => ringVote(chamber, vote, "close", undefined, vote.until);

  it("is told to the secretary in private, with its denominators", () => {
    const { affair, say } = close(cast(4));
    expect(say.every(({ to }) => "person" in to && to.person.id === secretary.id)).toBe(true);
    expect(say.map(words).join()).toContain("应到6户，已投票4户（67%）。通过");
    expect(affair.pending).toEqual({ what: "decision", text: "葵花里要不要装充电桩", passes: true });
  });

  it("is nothing to be done where too few voted; then it may go on longer", () => {
    const { affair } = close(cast(3));
    expect(affair.pending?.passes).toBe(false);
    expect(order(affair, "延期到10月10日").affair).toMatchObject({ stage: "voting" });
    expect(done(decideVote(chamber, affair, line(secretary, "confirm", "", 7), affair.until)).toDo).toBeUndefined();
  });

  it("gives no share where nobody knows how many are entitled, until the secretary says", () => {
    const { entitled: _unknown, ...open } = cast(4);
    const community = {
      ...chamber.desk.community,
      estates: chamber.desk.community.estates.map(({ households: _none, ...one }) => one),
    };
    const on = { ...chamber, desk: { ...chamber.desk, community } };
    const { affair, say } = ringVote(on, open, "close", undefined, open.until);
    expect(say.map(words).join()).toContain("算不出比例");
    expect(affair.pending?.passes).toBe(false);
    const again = done(decideVote(on, affair, line(secretary, "entitled", "6", 7), open.until));
    expect(again.affair.pending?.passes).toBe(true);
  });

  it("is public by the secretary alone, becomes somebody's to do, and forgets the ballots at the end", () => {
    const counted = close(cast(4)).affair;
    expect(mayOrder(people.lead, "confirm", { ...counted, by: people.lead.name ?? "" })).toBe(false);
    const published = done(decideVote(chamber, counted, line(secretary, "confirm", "", 7), counted.until));
    expect(published.toDo).toEqual([{ text: "葵花里要不要装充电桩" }]);
    expect(published.affair).toMatchObject({ stage: "public", resolutions: [{ text: "葵花里要不要装充电桩" }] });
    const over = ringVote(chamber, { ...published.affair, resolutions: [] }, "publicOver", undefined, published.affair.until);
    expect(over.affair).toMatchObject({ stage: "done", ballots: {}, tally: { voted: 4, entitled: 6 } });
  });

  it("stays ready to be made public where the secretary does not want it yet", () => {
    const counted = close(cast(4)).affair;
    const waiting = done(decideVote(chamber, counted, line(secretary, "drop", "", 7), counted.until)).affair;
    expect(done(decideVote(chamber, waiting, line(secretary, "confirm", "", 8), counted.until)).affair.stage).toBe("public");
  });

  const ticket = (over: object) => ({ number: 5, state: "closed", outcome: "resolved", ...over }) as unknown as Ticket;
  const published: Vote = {
    ...close(cast(4)).affair,
    stage: "public",
    clocks: {},
    resolutions: [{ text: "葵花里要不要装充电桩", at: MONDAY, ticket: 5 }],
  };

  it("is told to the groups once its ticket is done, looked at every day until then", () => {
    const open = ringVote(chamber, published, "publicOver", ticket({ state: "open" }), published.until);
    expect(open.affair.stage).toBe("doing");
    const tomorrow = open.affair.clocks["watch"] ?? 0;
    const told = ringVote(chamber, open.affair, "watch", ticket({}), tomorrow);
    expect(told.affair.stage).toBe("result");
    expect(told.say.map(({ to }) => to)).toEqual([{ room: GROUP }]);
    expect(told.say.map(words)).toEqual(["【议事4】大家决定的事办好了：葵花里要不要装充电桩（#5）"]);
    expect(ringVote(chamber, told.affair, "resultOver", undefined, told.affair.until).affair.stage).toBe("done");
  });

  it("is not said to be done where its ticket ended otherwise: then the secretary says what came of it", () => {
    const doing: Vote = { ...settled(published), stage: "doing" };
    const { affair, say } = ringVote(chamber, doing, "watch", ticket({ outcome: "outsideDuty" }), published.until);
    expect(say.map(({ wording, to }) => [wording, "person" in to])).toEqual([["vote.notDone", true]]);
    const shown = done(decideVote(chamber, affair, line(secretary, "tell", "改在西门装，国庆后开工", 7), published.until));
    expect(shown.say.map(({ wording }) => wording)).toEqual(["vote.previewResult"]);
    const told = done(decideVote(chamber, shown.affair, line(secretary, "confirm", "", 8), published.until));
    expect(told.say.map(words).join()).toContain("改在西门装，国庆后开工");
    expect(told.affair.stage).toBe("result");
  });
});
