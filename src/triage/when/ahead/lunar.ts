import { chineseDays } from "../../../schedule/chinese-days.ts";
import { type Day, plusDays } from "../../../shared/zone.ts";

/**
 * The first day from `today` on that the Chinese calendar calls so; leap months are left out, festivals are never in them.
 * By the library that knows the working days too: ICU's calendar begins 2027 a day late (its new moon is four minutes before midnight).
 */
export function nextLunar(today: Day, month: number, date: number): Day | undefined {
  if (!(month >= 1 && month <= 12 && date >= 1 && date <= 30)) return undefined;

  const year = Number(today.slice(0, 4));
  return [year - 1, year, year + 1].map((lunar) => plusDays(firstOfLunar(lunar, month), date - 1)).find((day) => day >= today);
}

/** With slashes the library reads and writes a day by the same clock, whatever the machine's zone is; with dashes it does not. */
function firstOfLunar(year: number, month: number): Day {
  return chineseDays.getSolarDateFromLunar(`${year}/${month}/1`).date;
}

/** Qingming of that year or of the next, by the formula that holds for this century. */
export function nextQingming(today: Day): Day {
  const inYear = (year: number): Day => {
    const short = year % 100;
    return `${year}-04-0${Math.floor(short * 0.2422 + 4.81) - Math.floor(short / 4)}`;
  };
  const year = Number(today.slice(0, 4));
  return inYear(year) < today ? inYear(year + 1) : inYear(year);
}
