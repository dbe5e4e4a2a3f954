import type { Instant } from "../../shared/instant.ts";
import type { Matter } from "../../tickets/register.ts";
import { fill } from "../../tickets/saying/wording.ts";
import type { Topic } from "../affair.ts";
import type { Beginning } from "../hearing/beginning.ts";
import type { Council } from "../hearing/said.ts";
import { mentionsIn, together } from "../words/addressee.ts";
import type { Invited } from "../words/invited.ts";
import { type MeetingKind, readMeeting } from "../words/read-meeting.ts";
import { roomsFor } from "../words/rooms-for.ts";
import { draftMeeting } from "./meeting.ts";
import { topicOf } from "./topics.ts";

/** `会议 下周三晚7点 议事会 议题 停车棚改造、垃圾点搬迁`: a draft, or the one question that is open. */
export async function beginMeeting(on: Council, text: string, now: Instant): Promise<Beginning | undefined> {
  const { community } = on.desk;
  const read = readMeeting(text, { community, readTime: on.readAhead, now });
  if (read === undefined) return undefined;
  if (read.at === undefined) return { refused: "meeting.when" };

  const topics: Topic[] = [];
  for (const written of read.topics) {
    const topic = await topicOf(on.office.register.matter, written);
    if ("refused" in topic) return topic;
    topics.push(topic);
  }
  const waiting = (await on.office.register.onAgenda()).filter(
    ({ ticket }) => !topics.some((topic) => topic.ticket === ticket.number),
  );
  const plan = {
    title: read.title ?? on.wordings.get("meeting.title")?.text ?? "",
    at: read.at.from,
    ...(read.venue === undefined ? {} : { venue: read.venue }),
    topics,
    invited: [...read.invite.map(({ words }) => words), ...(on.rules.meeting.parties[read.kind] ?? [])],
    rooms: roomsOf(on, read.kind, read.invite, text),
  };
  return { kind: "meeting", draft: (number, order) => draftMeeting(on, number, plan, order, now, waitingText(on, waiting)) };
}

/** Proposals that wait for a council: the convener is told of them, and may take them on the agenda. */
function waitingText({ wordings }: Council, waiting: readonly Matter[]): string {
  const items = waiting.slice(0, 5).map(({ ticket, summary }) => `#${ticket.number} ${summary}`);
  return items.length === 0
    ? ""
    : fill(wordings.get("meeting.waiting")?.text ?? "", { items: items.join("；"), example: waiting[0]?.ticket.number });
}

/** Where a meeting of this kind is announced, and where those whom it asks by name read. A building's meeting is its own group's. */
function roomsOf({ desk, rules }: Council, kind: MeetingKind, invite: readonly Invited[], text: string): readonly string[] {
  const { community } = desk;
  const kinds = [
    ...(rules.meeting.rooms[kind] ?? ["residents"]),
    ...invite.flatMap((one) => (one.unit === undefined ? [] : ["units"])),
  ];
  const place = together(mentionsIn(community, text.split(/议题|议程/)[0] ?? ""), text);
  const there = place?.kind === "areas" ? roomsFor(community, place) : [];
  const all = community.rooms.filter(
    (room) => kinds.includes(room.kind) && (room.kind !== "residents" || there.length === 0 || there.includes(room.topic)),
  );
  return [...new Set([...all.map(({ topic }) => topic), ...invite.flatMap(({ room }) => room ?? [])])];
}
