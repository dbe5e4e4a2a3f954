import type { House } from "../../load-house.ts";

/**
 * The house with the weekly announcement alone of its calendar: a conversation is about matters, and what a case counts must not change
 * whenever somebody adds a reminder to the calendar file.
 */
export function announcementsOnly(house: House): House {
  const entries = house.calendar.entries.filter(({ does }) => does === "weeklyAnnouncement");
  return { ...house, calendar: { ...house.calendar, entries } };
}
