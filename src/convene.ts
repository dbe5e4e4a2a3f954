import { beginByCalendar } from "./council/by-calendar.ts";
import type { Council } from "./council/hearing/said.ts";
import type { RollCall } from "./intake/roll-call.ts";
import { word } from "./outbox/word.ts";
import type { Ports } from "./ports.ts";
import type { Entry } from "./schedule/calendar.ts";
import type { Moment } from "./schedule/moments.ts";
import { roomsOf } from "./schedule/saying/words.ts";
import type { Instant } from "./shared/instant.ts";
import type { Office } from "./tickets/keep.ts";
import type { Sentence } from "./tickets/saying/sentence.ts";

/** The council with everything it looks up and asks for. */
export function convene(ports: Ports, office: Office, rollCall: Pick<RollCall, "reachable" | "residents">): Council {
  const topicsOf = (estate: string) =>
    ports.desk.community.rooms.filter((room) => room.kind === "residents" && room.estate === estate).map(({ topic }) => topic);
  return {
    ...ports,
    office,
    reachable: rollCall.reachable,
    residents: (estate) => rollCall.residents(estate === undefined ? undefined : topicsOf(estate)),
    report: async (period, reader, key, to, now) => (await ports.reports.reportFor(period, now, reader)).sentences(key, to, now),
  };
}

/** Hands to the council what the calendar says is due and people answer to: a patrol round, a meeting, or a text that the secretary must see first. */
export async function beginFromCalendar(
  on: Council,
  entry: Entry,
  moment: Moment,
  sentences: readonly Sentence[],
  now: Instant,
): Promise<void> {
  const wanted = { entry: entry.name, slot: moment.at, approves: entry.approves !== undefined, say: sentences };
  const topics = sentences.flatMap(({ to }) => ("room" in to ? [to.room] : []));
  if (entry.does === "round") {
    for (const sentence of sentences) {
      if (!("room" in sentence.to) || sentence.to.mention === undefined) continue;
      const { room, mention } = sentence.to;
      const round = {
        kind: "round",
        part: mention.id,
        say: [sentence],
        title: entry.text,
        room,
        person: mention.id.replace("staff:", ""),
      } as const;
      await beginByCalendar(on, { ...wanted, ...round }, now);
    }
    return;
  }
  if (entry.does === "meeting") {
    const plan = {
      title: entry.title,
      at: moment.slot.at,
      ...(entry.place === undefined ? {} : { venue: entry.place }),
      topics: entry.agenda.map((text) => ({ text })),
      invited: [],
      rooms: topics,
    };
    return beginByCalendar(on, { ...wanted, part: "*", kind: "meeting", plan }, now);
  }
  const [first] = sentences;
  const rooms = topics.length > 0 ? topics : roomsOf(on, entry.rooms).map(({ topic }) => topic);
  if (first === undefined) return;
  const body = word(on.wordings, on.desk.calendar.zone, [{ ...first, id: 0, attempts: 0 }], now);
  await beginByCalendar(on, { ...wanted, say: [], part: "*", kind: "notice", rooms, body }, now);
}
