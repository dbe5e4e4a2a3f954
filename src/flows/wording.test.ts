import { expect, it } from "vitest";
import { house } from "../testing/house.ts";

const LONGEST = 110;

it.each([...house.wordings])("%s is short and polite", (_, { text, late, item, several }) => {
  for (const sentence of [text, late, item, several].filter((one) => one !== undefined)) {
    expect(sentence.length, sentence).toBeLessThanOrEqual(LONGEST);
    expect(sentence, sentence).not.toMatch(/必须|立即|严重|警告|罚|尽快处理！|!!|！！/);
  }
});

it("every sentence of a flow names its ticket, so that a quote of it can be read", () => {
  const { flow } = house.flowFor("demand");
  const says = Object.values(flow.states).flatMap(({ opening, after, on }) => [
    ...opening,
    ...Object.values(after).flatMap((moves) => moves.flatMap(({ say }) => say)),
    ...Object.values(on).flatMap((moves) => (moves ?? []).flatMap(({ say }) => say)),
  ]);
  for (const { wording } of says) expect(house.wordings.get(wording)?.text, wording).toContain("#{number}");
});

it("a sentence that promises a time has other words for when the time has passed", () => {
  for (const [name, { text, late, purpose }] of house.wordings) {
    if (text.includes("{due}") && name !== "extended" && name !== "extendedNoted")
      expect(late, `${name} (${purpose})`).toBeDefined();
  }
});
