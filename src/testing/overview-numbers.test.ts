import { afterAll, beforeAll, expect, it } from "vitest";
import { type Halls, openHalls, PEOPLE, type Who } from "./open-halls.ts";

let halls: Halls;
beforeAll(async () => {
  halls = await openHalls();
  const { scene } = halls;
  await scene.says("3-2-501 李女士", "private", "楼上天天半夜打麻将吵架，我受不了了");
  await scene.says("5-1-302 王阿姨", { room: "葵花里小区居民群" }, "那个东西又堆在一楼，不知道谁的");
  await scene.pass(60 * 60_000);
}, 60_000);
afterAll(() => halls.close());

const STAFF: readonly Who[] = ["secretary", "gridLead", "gridWorker", "patrol", "mediator"];

/** Each number on the page with the list that it leads to: the numbers at the top, and the houses on the map. */
function numbersOf(page: string): readonly { readonly list: string; readonly count: number }[] {
  const top = [...page.matchAll(/<a href="(\/tickets[^"]*)"><b>(\d+)<\/b><span>([^<]*)<\/span>/g)].map(
    ([, list = "", count, name = ""]) => ({
      list,
      count: Number(count) + Number(/另 (\d+) 件待认定/.exec(name)?.[1] ?? 0),
    }),
  );
  const houses = [...page.matchAll(/<a href="(\/tickets[^"]*)"><rect.*?class="on-t\d n"[^>]*>(\d+) 件/g)].map(
    ([, list = "", count]) => ({
      list,
      count: Number(count),
    }),
  );
  return [...top, ...houses].map(({ list, count }) => ({ list: list.replaceAll("&amp;", "&"), count }));
}

it.each(STAFF)("every number that a %s reads on the overview is the length of the list behind it", async (who) => {
  const numbers = numbersOf(await halls.get("/overview", who));
  expect(numbers.length).toBeGreaterThan(6);
  expect(numbers.some(({ count }) => count > 0)).toBe(true);
  for (const { list, count } of numbers) {
    const page = await halls.get(list, who);
    expect([list, Number(/<p class="count">(\d+) 件/.exec(page)?.[1])]).toEqual([list, count]);
  }
});

it("a community's every role is in this table or is no member of staff", () => {
  expect(Object.keys(PEOPLE).filter((who) => !STAFF.includes(who as Who))).toEqual(["unit", "propertyManager", "volunteer"]);
});
