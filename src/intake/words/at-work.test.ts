import { expect, it } from "vitest";
import { isStillToCome, onlyAsks, takenOn } from "./at-work.ts";

it.each(["要不要吹哨物业", "交给物业行不行", "要转给郭敏吗", "不归我们也得管啊", "要不要退回去"])("%s is a question", (text) =>
  expect(onlyAsks(text)).toBe(true),
);

it.each(["供电公司明天上午修好", "今天下班前能办好", "师傅说下午三点来修好", "物业说修好了，我还没去看", "撤下来的灯修好了再装"])(
  "%s closes nothing",
  (text) => expect(isStillToCome(text)).toBe(true),
);

it.each(["修好了", "下午修好了", "换好了，亮了", "昨天就清完了"])("%s is a result", (text) =>
  expect(isStillToCome(text)).toBe(false),
);

it.each([
  ["到了，拉了警戒线，供电公司的人半小时到", "arrive"],
  ["已经联系电工师傅下午三点来", "confirm"],
  ["师傅下午三点来", "confirm"],
  ["我看了是开关坏了，明天换", "confirm"],
  ["收到马上去", "confirm"],
  ["在路上了", "confirm"],
  ["已报修", "confirm"],
  ["这个不归我们管", undefined],
  ["要不要我去", undefined],
  ["中午吃什么", undefined],
])("%s: %s", (text, verb) => expect(takenOn(text)).toBe(verb));
