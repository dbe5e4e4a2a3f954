import type { Instant } from "../../shared/instant.ts";
import type { Meeting } from "../affair.ts";
import { type AffairOrder, type Chamber, shownTo, toRooms } from "../chamber.ts";
import { agendaOf, standing } from "./shown.ts";

/** What the convener sees before anybody is invited. `waiting`: proposals that wait for a council. */
export function preview(on: Chamber, meeting: Meeting, order: AffairOrder, now: Instant, waiting = "") {
  const shown = { ...standing(on, meeting), rooms: meeting.rooms.join("、"), agenda: agendaOf(on, meeting), waiting };
  return shownTo(on, meeting, order, shown, now, meeting.at);
}

/** Residents read an invitation, those who are asked by name read their names. */
export function announce(on: Chamber, meeting: Meeting, name: string, wording: string, now: Instant) {
  const kindOf = (topic: string) => on.desk.community.rooms.find((room) => room.topic === topic)?.kind;
  const fill = { ...standing(on, meeting), agenda: agendaOf(on, meeting) };
  const residents = meeting.rooms.filter((room) => kindOf(room) === "residents");
  const others = meeting.rooms.filter((room) => kindOf(room) !== "residents");
  return [
    ...toRooms(on, meeting, name, residents, wording, fill, now, meeting.at),
    ...toRooms(on, meeting, name, others, `${wording}Invited`, fill, now, meeting.at),
  ];
}
