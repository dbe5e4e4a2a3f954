import { allGrids, peopleWith } from "../../shared/community.ts";
import { type Day, daysBetween, plusDays, weekdayOf } from "../../shared/zone.ts";
import type { Sentence } from "../../tickets/saying/sentence.ts";
import type { EntryOf, Station } from "../calendar.ts";
import type { Moment } from "../moments.ts";
import { daysOffAfter } from "../rule/holidays.ts";
import { sayDate, sayWeekday } from "../say-day.ts";
import { piece, roomsOf, type Saying, sentenceOf } from "./words.ts";

/** Who is on duty (C1): this day, the working days of this week, or the days off that come next. */
export function dutySentences(on: Saying, entry: EntryOf<"duty">, moment: Moment): readonly Sentence[] {
  const days = coveredDays(on, entry, moment);
  const saysDate = entry.covers === "holiday";
  const lines = stationsOf(on, entry).flatMap((station) => {
    const turns = days.flatMap((day) => {
      const people = onDuty(station, day);
      return people.length === 0 ? [] : [{ day, people: people.join("和") }];
    });
    if (turns.length === 0) return [];
    const [first] = turns;
    const isAlwaysOne = turns.length > 1 && turns.every(({ people }) => people === first?.people);
    const said = isAlwaysOne
      ? piece(on, "duty.always", { people: first?.people })
      : entry.covers === "day"
        ? (first?.people ?? "")
        : turns.map(({ day, people }) => `${saysDate ? sayDate(day) : sayWeekday(day)}${people}`).join("、");
    return [piece(on, "duty.station", { station: station.name, turns: said })];
  });
  if (lines.length === 0) return [];
  const values = { holiday: daysOffAfter(on.desk.calendar.zone.day(moment.at))?.names.join("、"), lines: lines.join("\n") };
  return roomsOf(on, entry.rooms).map(({ topic }) =>
    sentenceOf(on, entry, { room: topic }, moment, `duty.${entry.covers}`, values),
  );
}

/** Whoever is on duty at a station on a day, by the weekday or in turn. */
export function onDuty(station: Station, day: Day): readonly string[] {
  if ("weekdays" in station) return station.weekdays[weekdayOf(day) - 1] ?? [];
  const turn = Math.round(Date.parse(`${day}T00:00:00Z`) / (24 * 60 * 60 * 1000));
  const name = station.rotation[turn % Math.max(1, station.rotation.length)];
  return name === undefined ? [] : [name];
}

function coveredDays({ desk: { calendar } }: Saying, { covers }: EntryOf<"duty">, { at }: Moment): readonly Day[] {
  const today = calendar.zone.day(at);
  switch (covers) {
    case "day":
      return [today];
    case "week":
      return daysBetween(today, plusDays(today, 7 - weekdayOf(today))).filter(calendar.isWorkday);
    case "holiday": {
      const off = daysOffAfter(today);
      return off === undefined ? [] : daysBetween(off.first, off.last);
    }
  }
}

/** The stations of an entry; those that follow from community.yaml are made here. */
function stationsOf({ desk }: Saying, { stations }: EntryOf<"duty">): readonly Station[] {
  const { community } = desk;
  if (typeof stations !== "string") return stations;
  if (stations === "estates") {
    const grids = allGrids(community.grids);
    return community.estates.map(({ name }) => ({
      name,
      rotation: [
        ...new Set(grids.filter(({ places }) => places.some(({ estate }) => estate === name)).map(({ worker }) => worker)),
      ],
    }));
  }
  const staff = (["gridWorker", "gridLead"] as const).flatMap((role) => peopleWith(community, role).map(({ name }) => name));
  return [{ name: community.name, rotation: [...new Set(staff)] }];
}
