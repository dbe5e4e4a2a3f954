import { expect, it } from "vitest";
import { house } from "../testing/house.ts";
import { KINDS } from "../tickets/reading.ts";

const LONGEST = 110;

it.each([...house.wordings])("%s is short and polite", (_, { text, late, item, several }) => {
  for (const sentence of [text, late, item, several].filter((one) => one !== undefined)) {
    expect(sentence.length, sentence).toBeLessThanOrEqual(LONGEST);
    expect(sentence, sentence).not.toMatch(/必须|立即|严重|警告|罚|尽快处理！|!!|！！/);
  }
});

const flows = KINDS.filter((kind) => kind !== "none").map((kind) => house.flowFor(kind).flow);

it("every sentence of a flow names its ticket, so that a quote of it can be read", () => {
  for (const flow of flows) {
    const says = Object.values(flow.states).flatMap(({ opening, after, on }) => [
      ...opening,
      ...Object.values(after).flatMap((moves) => moves.flatMap(({ say }) => say)),
      ...Object.values(on).flatMap((moves) => (moves ?? []).flatMap(({ say }) => say)),
    ]);
    for (const { wording } of says) expect(house.wordings.get(wording)?.text, `${flow.name} ${wording}`).toMatch(/#\{number\}/);
  }
});

it("no sentence names a time where the ticket then promises none", () => {
  const empty: string[] = [];
  for (const flow of flows) {
    for (const [name, state] of Object.entries(flow.states)) {
      const moves = [...Object.values(state.after), ...Object.values(state.on)].flat().filter((move) => move !== undefined);
      const said = [
        ...state.opening.map(({ wording }) => ({ wording, at: name })),
        ...moves.flatMap(({ to, say }) => say.map(({ wording }) => ({ wording, at: to ?? name }))),
      ];
      for (const { wording, at } of said) {
        const names = house.wordings.get(wording)?.text.includes("{due}") === true;
        if (names && flow.states[at]?.promise === undefined) empty.push(`${flow.name}: ${name} says ${wording} in ${at}`);
      }
    }
  }
  expect([...new Set(empty)]).toEqual([]);
});

it("a sentence that promises a time has other words for when the time has passed", () => {
  for (const [name, { text, late, purpose }] of house.wordings) {
    if (text.includes("{due}") && name !== "extended" && name !== "extendedNoted")
      expect(late, `${name} (${purpose})`).toBeDefined();
  }
});
