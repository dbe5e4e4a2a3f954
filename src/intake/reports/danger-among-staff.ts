import type { Instant } from "../../shared/instant.ts";
import type { Heard } from "../heard.ts";
import { onlyAsks } from "../words/at-work.ts";
import { readWords } from "../words/read-words.ts";
import { addWords } from "./file-report.ts";
import { homeRoom } from "./home-room.ts";
import type { Readers } from "./readers.ts";

/** Colleagues talk about dangers of yesterday, drills and papers; from here on they tell of one. */
const LIKELY = 0.7;

/**
 * A danger at a house that staff, units or volunteers tell one another of, in plain words: `2号楼墙皮又掉了，差点砸到人`. It must not be lost in their talk.
 * `kept`: with the same danger there, which is open; `new`: to be read as a report; undefined: they talk of something else.
 */
export async function dangerAmongStaff(on: Readers, heard: Heard, now: Instant): Promise<"kept" | "new" | undefined> {
  const { actor, room, spoken, known } = heard;
  const isAmongThem = room !== undefined && room.kind !== "residents" && actor.roles.length > 0;
  if (!isAmongThem || spoken.quotedNumber !== undefined || spoken.text === "" || onlyAsks(spoken.text)) return undefined;
  const home = homeRoom(on, heard);
  const estate = home?.estate;
  const report = { text: spoken.text, at: heard.line.message.sentAt, alias: known.alias, photos: 0, recent: [], open: [] };
  const { reading } = await readWords(
    on.triage,
    { ...report, ...(home === undefined ? {} : { room: { topic: home.topic, ...(estate === undefined ? {} : { estate }) } }) },
    false,
  );
  const { kind, category, place, sure, confidence } = reading;
  if (reading.urgency !== "danger" || place.building === undefined || !(sure || confidence >= LIKELY)) return undefined;
  const open = await on.openMatters.of(place.estate ?? estate);
  const same = open.find(
    (one) => one.kind === "hazard" && kind === "hazard" && one.category === category && one.place.building === place.building,
  );
  if (same === undefined) return "new";
  const words = { by: actor, text: spoken.text };
  const rows = [heard.line.row];
  const isKept =
    (await addWords(on, [heard], rows, same.number, { verb: "note", ...words }, now)) ||
    (await addWords(on, [heard], rows, same.number, { verb: "support", ...words }, now));
  return isKept ? "kept" : "new";
}
