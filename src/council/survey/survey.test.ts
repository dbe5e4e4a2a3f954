import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chamber, done, line, resident, words } from "../../testing/council.ts";
import { at, people } from "../../testing/house.ts";
import type { Survey } from "../affair.ts";
import { beginSurvey } from "./begin.ts";
import { answersTo, meanOf } from "./result.ts";
import { decideSurvey, ringSurvey } from "./survey.ts";

const MONDAY = at("2026-09-14T09:00");
const { secretary } = people;
const friends = [resident("5-1-302 王阿姨", "f1"), resident("2-1-101 老周", "f2")];
const on = { ...chamber, residents: () => friends };

const begun = beginSurvey(on, "问卷 物业服务 项目 保洁、绿化、维修 到周日", MONDAY);
if (begun === undefined || "refused" in begun) throw new Error("begins nothing");
const draft = begun.draft(1, line(secretary, "begin", "", 1)).affair as Survey;
const order = (survey: Survey, verb: string, text = "", by = secretary) =>
  done(decideSurvey(on, survey, line(by, verb, text, 2), friends, MONDAY));
const asking = order(draft, "confirm").affair;

describe("a survey", () => {
  it("asks each resident who can be written to once, in private", () => {
    const cards = order(draft, "confirm").say.filter(({ wording }) => wording === "survey.card");
    expect(cards.map(({ to }) => "person" in to && to.person.id)).toEqual(["f1", "f2"]);
  });

  it.each([
    ["4 5 3", [4, 5, 3], undefined],
    ["453", [4, 5, 3], undefined],
    ["４、５、３分", [4, 5, 3], undefined],
    ["1好 2一般 3差 垃圾没人收", [5, 3, 1], "垃圾没人收"],
    ["保洁5分，绿化4，维修2 老没人来", [5, 4, 2], "老没人来"],
    ["都满意", [5, 5, 5], undefined],
    ["都挺好的，给满分", [5, 5, 5], undefined],
    ["给满分", [5, 5, 5], undefined],
    ["全部5分，师傅态度好", [5, 5, 5], "师傅态度好"],
    ["保洁还行，绿化好，维修太慢了给2分", [4, 5, 2], "维修太慢了"],
    ["维修1 保洁3 绿化4", [3, 4, 1], undefined],
  ])("understands %s", (text, marks, why) => {
    expect(answersTo(asking, text)).toEqual(why === undefined ? { marks } : { marks, why });
  });

  it.each(["4 5", "5", "收到", "都什么时候了还不来修", "维修太慢了", "6 7 8", "楼道灯坏了"])("takes %s for no answer", (text) => {
    expect(answersTo(asking, text)).toBeUndefined();
  });

  it("counts everybody's latest answer once, in any order", () => {
    const mark = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...friends), fc.tuple(mark, mark, mark)), { maxLength: 12 }), (answers) => {
        const end = answers.reduce((survey, [by, marks]) => order(survey, "marks", marks.join(" "), by).affair, asking);
        const latest = new Map(answers.map(([by, marks]) => [by.id, marks[0]]));
        const mean = latest.size === 0 ? undefined : [...latest.values()].reduce((sum, one) => sum + one, 0) / latest.size;
        expect(meanOf(end, 0)).toBe(mean);
      }),
    );
  });

  it("takes no marks of somebody who was not asked", () => {
    expect(decideSurvey(on, asking, line(resident("路人"), "marks", "1 1 1", 3), friends, MONDAY)).toMatchObject({
      refused: "survey.notNow",
    });
  });

  it("tells how many were asked and how many answered, and offers what is low to the next council", () => {
    const marked = order(asking, "marks", "5 4 2", friends[0]).affair;
    const { affair, say } = ringSurvey(on, marked, "closed", MONDAY);
    expect(say.map(words).join()).toContain("发出2份，收回1份。保洁5.0、绿化4.0、维修2.0");
    expect(order(affair, "confirm").toDo).toEqual([{ text: "物业服务评分偏低：维修2.0", agenda: true }]);
  });

  it("shows no mean where nobody answered", () => {
    expect(ringSurvey(on, asking, "closed", MONDAY).say.map(words).join()).toContain("保洁—");
  });
});
