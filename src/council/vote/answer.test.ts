import { describe, expect, it } from "vitest";
import { chamber, resident } from "../../testing/council.ts";
import { people } from "../../testing/house.ts";
import type { Actor } from "../../tickets/ticket.ts";
import type { Affair } from "../affair.ts";
import type { Project } from "../consent/project.ts";
import type { Said } from "../hearing/said.ts";
import type { Shelf } from "../shelf.ts";
import { findVoteAnswer } from "./answer.ts";
import type { Vote } from "./vote.ts";

const GROUP = chamber.desk.community.rooms.find(({ topic }) => topic === "葵花里小区居民群");
const vote = (number: number, stage: Vote["stage"] = "voting", rooms = ["葵花里小区居民群"]) =>
  ({ kind: "vote", number, stage, rooms, options: [], unclear: {}, opinions: [] }) as unknown as Vote;
const project = { kind: "project", number: 6, stage: "open", rooms: [], households: ["6-1-102"] } as unknown as Project;

function said(text: string, over: Partial<Said> = {}, actor: Actor = resident("3-2-501 李女士")): Said {
  return { text, addressed: false, actor, to: { person: actor }, row: 1, isChain: false, ...over };
}

/** What a line comes to among affairs, and how often they were looked up. */
async function heard(affairs: readonly Affair[], line: Said, isDanger = false) {
  let looked = 0;
  const shelf: Pick<Shelf, "affair" | "open"> = {
    affair: async (kind, number) => {
      looked++;
      return affairs.find((one) => one.kind === kind && one.number === number);
    },
    open: async () => {
      looked++;
      return affairs;
    },
  };
  const triage = {
    read: async () => ({
      kind: isDanger ? ("hazard" as const) : ("none" as const),
      urgency: isDanger ? ("danger" as const) : ("ordinary" as const),
      category: "other",
      place: {},
      summary: "",
      confidence: 1,
      sure: true,
      by: "test",
    }),
  };
  const answer = await findVoteAnswer({ desk: chamber.desk, triage, shelf: shelf as Shelf }, line);
  return { looked, number: answer?.affair.number, ...answer?.order };
}

const inGroup = GROUP === undefined ? {} : { room: GROUP };

describe("which vote a line is for", () => {
  it.each(["同意", "好的", "3号楼停水了", "我支持物业", "明天12点开门吗", "A", "3-2-501 漏水了", "2-1-301 在家吗"])(
    "%s in a group is talk, and nothing is looked up",
    async (text) => expect(await heard([vote(4)], said(text, inGroup))).toEqual({ looked: 0, number: undefined }),
  );

  it.each([
    ["同意", { quoted: "【议事4】每户一票：要不要装充电桩" }],
    ["议事4 同意", {}],
    ["【议事4】同意", {}],
    ["3-2-501 同意", {}],
  ])("%s in a group counts with a quote, the mark, or a house number", async (text, over) =>
    expect(await heard([vote(4)], said(text, { ...inGroup, ...over }))).toMatchObject({ number: 4, verb: "ballot" }),
  );

  it("counts alone in private when one vote is open, and asks which when several are", async () => {
    expect(await heard([vote(4)], said("同意"))).toMatchObject({ number: 4, verb: "ballot" });
    expect(await heard([vote(4), vote(5)], said("同意"))).toMatchObject({ verb: "which", text: "议事4、议事5" });
    expect(await heard([vote(4, "counted")], said("同意"))).toMatchObject({ number: undefined });
  });

  it("is only for the groups that were asked", async () => {
    expect(await heard([vote(4, "voting", ["槐荫巷小区居民群"])], said("3-2-501 同意", inGroup))).toMatchObject({
      number: undefined,
    });
  });

  it("asks staff whether they vote or tell what a household said of a project", async () => {
    expect(await heard([vote(4), project], said("6-1-102 同意", {}, people.worker))).toMatchObject({
      verb: "which",
      text: "议事4、项目6",
    });
    expect(await heard([vote(4), project], said("6-1-102 同意"))).toMatchObject({ number: 4, verb: "ballot" });
  });

  it("takes a danger behind a quote for a danger", async () => {
    const line = said("楼道着火了", { ...inGroup, quoted: "【议事4】想听听大家的意见" });
    expect(await heard([vote(4, "collecting")], line)).toMatchObject({ number: 4, verb: "opinion" });
    expect(await heard([vote(4, "collecting")], line, true)).toMatchObject({ number: undefined });
  });

  it("tells somebody in private who plainly tries to vote how it is done", async () => {
    const quoted = "【议事4】每户一票";
    expect(await heard([vote(4)], said("同意，但是要便宜", { quoted }))).toMatchObject({ number: 4, verb: "ballot" });
    expect(await heard([vote(4)], said("同意吗？", { quoted }))).toMatchObject({ number: undefined });
  });
});
