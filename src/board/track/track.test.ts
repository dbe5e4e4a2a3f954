import { afterEach, beforeEach, expect, it } from "vitest";
import { people } from "../../testing/house.ts";
import { form, type OpenBoard, openBoard } from "../../testing/open-board.ts";

let open: OpenBoard;
beforeEach(async () => {
  open = await openBoard();
});
afterEach(() => open.close());

const link = (ticket: number, person: string = people.resident.id) =>
  open.parts.trackLinks.keep({ ticket, person }, open.parts.door.newToken());
const look = async (token: string) => {
  const answer = await open.board.request(`/t/${token}`);
  return { status: answer.status, text: await answer.text() };
};

it("shows a resident their own matter, without anybody else's name, and the same link each time", async () => {
  const number = await open.reports();
  await open.does(number, { verb: "support", by: people.neighbour });
  const token = await link(number);
  expect(await link(number)).toBe(token);
  const { status, text } = await look(token);
  expect([status, text]).toEqual([200, expect.stringMatching(/5号楼楼道灯坏了.*已通知经办人.*网格员罗强负责/s)]);
  expect(text).not.toMatch(/小何|王阿姨/);
});

it("lets them rate once it is done, through the same rules as in the chat", async () => {
  const number = await open.reports();
  const token = await link(number);
  const rate = () => open.board.request(`/t/${token}`, form({ mark: "5" }));
  expect((await look(token)).text).not.toContain("办得怎么样");
  expect((await rate()).status).toBe(409);
  await open.does(number, { verb: "finish", by: people.worker, text: "灯泡换好了" });
  expect((await look(token)).text).toContain("办得怎么样");
  expect((await rate()).headers.get("location")).toBe(`/t/${token}?done=1`);
  expect((await open.parts.finder.matter(number))?.ticket).toMatchObject({ rating: 5 });
  expect((await look(token)).text).toContain("您的评价：满意");
});

it("lets them say that it is not solved", async () => {
  const number = await open.reports();
  const token = await link(number);
  await open.does(number, { verb: "finish", by: people.worker, text: "灯泡换好了" });
  await open.board.request(`/t/${token}`, form({ again: "1", text: "又灭了" }));
  expect((await open.parts.finder.matter(number))?.ticket.state).toBe("open");
});

it("is not there for a made-up token, for somebody who no longer asks, and for a quarrel", async () => {
  const number = await open.reports();
  const quarrel = await open.reports({ kind: "dispute", says: "楼上吵架" });
  const tokens = ["A".repeat(43), "1", `${number}`, "..%2f", await link(number, "p2"), await link(quarrel), await link(999)];
  for (const token of tokens) {
    expect((await look(token)).status).toBe(404);
    expect((await open.board.request(`/t/${token}`, form({ mark: "5", number: String(number) }))).status).toBe(404);
  }
});

it("is moved to no other ticket by anything in its form or its address", async () => {
  const mine = await open.reports();
  const other = await open.reports({ by: people.neighbour, says: "别人的事" });
  await open.does(other, { verb: "finish", by: people.worker, text: "好了" });
  const token = await link(mine);
  expect(
    (await open.board.request(`/t/${token}?ticket=${other}`, form({ mark: "1", ticket: String(other), number: String(other) })))
      .status,
  ).toBe(409);
  expect((await look(`${token}?ticket=${other}`)).text).not.toContain("别人的事");
  expect((await open.parts.finder.matter(other))?.ticket.rating).toBeUndefined();
});

it("takes no order from another site's page, also not with a staff member's browser", async () => {
  const number = await open.reports();
  await open.does(number, { verb: "finish", by: people.worker, text: "好了" });
  const token = await link(number);
  const { cookie } = await open.visitor("罗强");
  expect((await open.board.request(`/t/${token}`, form({ mark: "1" }, { origin: "https://evil.example", cookie }))).status).toBe(
    403,
  );
  expect((await open.parts.finder.matter(number))?.ticket.rating).toBeUndefined();
});

it("stops whoever tries token after token", async () => {
  const answers: number[] = [];
  for (let round = 0; round < 201; round++)
    answers.push((await look(`${String(round).padStart(4, "0")}${"B".repeat(39)}`)).status);
  expect([answers[199], answers[200]]).toEqual([404, 429]);
});
