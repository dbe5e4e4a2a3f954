import { expect, it } from "vitest";
import { DAY } from "../shared/instant.ts";
import { clustersOf, type Opened } from "./recurring.ts";

const RULE = { times: 3, days: 30 };
const lamp = (number: number, day: number, place: Opened["place"] = { building: "3", unit: "2" }): Opened => ({
  number,
  category: "路灯",
  place: { estate: "葵花里小区", ...place },
  openedAt: day * DAY,
});

it("marks what came back a third time at one house, whichever flat said it", () => {
  expect(clustersOf([lamp(9, 8), lamp(2, 1), lamp(5, 3, { building: "3", room: "501" })], RULE)).toEqual([
    { category: "路灯", place: { estate: "葵花里小区", building: "3" }, numbers: [2, 5, 9] },
  ]);
});

it("marks neither two times, nor three houses, nor one bad day", () => {
  expect(clustersOf([lamp(1, 1), lamp(2, 5)], RULE)).toEqual([]);
  expect(clustersOf([lamp(1, 1), lamp(2, 5, { building: "4" }), lamp(3, 9, { building: "5" })], RULE)).toEqual([]);
  expect(clustersOf([lamp(1, 1), lamp(2, 1.2), lamp(3, 1.4)], RULE)).toEqual([]);
});

it("keeps gates apart where no house is named, and puts the most frequent first", () => {
  const north = [1, 2, 3, 4].map((day) => lamp(10 + day, day, { spot: "北门" }));
  const south = [1, 2, 3].map((day) => lamp(day, day, { spot: "南门" }));
  expect(clustersOf([...south, ...north], RULE).map(({ place }) => place.spot)).toEqual(["北门", "南门"]);
});
