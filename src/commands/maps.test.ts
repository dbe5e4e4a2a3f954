import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { house } from "../testing/house.ts";
import { drawMaps, MAP_FILE } from "./maps.ts";

it("the drawn flows are those of flows/*.yaml; draw them anew with `npm run -s xiaoge -- maps`", () => {
  expect(readFileSync(MAP_FILE, "utf8")).toBe(drawMaps(house));
});
