import { beforeEach, describe, expect, it } from "vitest";
import { house } from "../testing/house.ts";
import type { Directory, Known } from "./directory.ts";
import { createRollCall, type RollCall } from "./roll-call.ts";

const { community } = house.desk;
const staffRoom = community.rooms.find(({ kind }) => kind === "staff");
const residentsRoom = community.rooms.find(({ kind }) => kind === "residents");

let written: Map<string, Known>;
let rollCall: RollCall;

function directory(): Directory {
  return {
    people: async () => [...written.values()],
    idFor: (contact) => `p-${contact}`,
    keep: async (person) => void written.set(person.id, person),
    rooms: async () => new Map(),
    bindRoom: async () => {},
  };
}

const speaker = (id: string, alias: string) => ({ id, alias, name: alias, friend: true });

beforeEach(async () => {
  written = new Map();
  rollCall = createRollCall(directory(), community);
  rollCall.loggedIn("bot-1");
  const { known } = await rollCall.who(speaker("c1", "网格员罗强"), undefined);
  await rollCall.bind(known, "罗强");
});

/** The bot logs in anew, in a new process: every contact id is another. */
async function newLogin(): Promise<void> {
  rollCall = createRollCall(directory(), community);
  await rollCall.load();
  rollCall.loggedIn("bot-2");
}

describe("a member of staff", () => {
  it("is who gave the code, whatever the account calls itself in a group", async () => {
    expect((await rollCall.who(speaker("c1", "小罗"), residentsRoom)).actor).toMatchObject({
      id: "staff:罗强",
      roles: ["gridWorker"],
    });
    expect((await rollCall.who(speaker("c9", "网格员罗强"), residentsRoom)).actor.roles).toEqual([]);
  });

  it("is recognised by the name in the staff room after a new login", async () => {
    await newLogin();
    const { actor, rebound } = await rollCall.who(speaker("c1-new", "网格员罗强"), staffRoom);
    expect({ id: actor.id, rebound }).toEqual({ id: "staff:罗强", rebound: "罗强" });
    expect(rollCall.contactOf({ id: "staff:罗强", alias: "" })).toBe("c1-new");
  });

  it("is not recognised by a name in a residents' group, but asked", async () => {
    await newLogin();
    expect(await rollCall.who(speaker("c1-new", "网格员罗强"), residentsRoom)).toMatchObject({
      actor: { roles: [] },
      claims: "罗强",
    });
  });

  it("is not replaced by a second account of the same name while the first is around", async () => {
    expect(await rollCall.who(speaker("c2", "网格员罗强"), staffRoom)).toMatchObject({ actor: { roles: [] }, claims: "罗强" });
  });
});

describe("a resident", () => {
  it("is the same person after a new login, unless two carry the name", async () => {
    const before = await rollCall.who(speaker("r1", "3-2-501 李女士"), residentsRoom);
    await rollCall.keep(before.known);
    await newLogin();
    const after = await rollCall.who(speaker("r1-new", "3-2-501 李女士"), residentsRoom);
    expect(after.actor.id).toBe(before.actor.id);
    const another = await rollCall.who(speaker("r2-new", "3-2-501 李女士"), residentsRoom);
    expect(another.actor.id).not.toBe(before.actor.id);
  });

  it("who only chats is not written down", async () => {
    await rollCall.who(speaker("r1", "3-2-501 李女士"), residentsRoom);
    expect([...written.values()].map(({ staff }) => staff)).toEqual(["罗强"]);
  });
});
