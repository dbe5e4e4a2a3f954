import type { Instant } from "../../shared/instant.ts";
import type { Chamber } from "../chamber.ts";
import type { Beginning } from "../hearing/beginning.ts";
import { readNotice } from "../words/read-notice.ts";
import { roomsFor, whereOf } from "../words/rooms-for.ts";
import { draftNotice } from "./notice.ts";

const UNCLEAR = { place: "notice.where", estate: "notice.whichEstate", time: "notice.whichTime", body: "notice.what" } as const;

/** `通知 3号楼 明天上午9点到11点停水，请提前储水`: a draft for the right groups, or the one question that is open. */
export function beginNotice(on: Chamber, text: string, now: Instant): Beginning | undefined {
  const { community } = on.desk;
  const read = readNotice(text, { community, readTime: on.readAhead, now });
  if (read === undefined) return undefined;

  const { to, when, body, unclear } = read;
  const example = `${community.estates[0]?.name ?? ""}3号楼`;
  if (unclear !== undefined) return { refused: UNCLEAR[unclear], fill: { example } };
  const rooms = to === undefined ? [] : roomsFor(community, to);
  if (to === undefined || rooms.length === 0) return { refused: "notice.where", fill: { example } };
  if (when !== undefined && (when.to ?? when.from) < now) return { refused: "notice.past" };
  const plan = { rooms, body: `${whereOf(to)}${body}`, ...(when === undefined ? {} : { when }) };
  return { kind: "notice", draft: (number, order) => draftNotice(on, number, plan, order, now) };
}
