import type { Community } from "../../shared/community.ts";
import type { Place } from "../../shared/place.ts";
import type { Reading, Report } from "../../tickets/reading.ts";
import { mayMeet } from "../join/join.ts";
import { bearsOut } from "../join/likeness.ts";
import { normalise } from "../normalise.ts";
import { type Address, addressesIn } from "../place/address.ts";
import { maskNumbers, type Redact } from "../redact.ts";
import { cut } from "../summary.ts";
import type { Answer } from "./answer.ts";
import { mayShare } from "./question.ts";

/** What an answer is held against. */
export type Ground = {
  readonly report: Report;
  /** What the offline classifier read: it stands wherever the model's word cannot be checked. */
  readonly offline: Reading;
  readonly community: Pick<Community, "estates">;
  readonly redact: Redact;
  /** Confidence from which the bot acts without asking. */
  readonly threshold: number;
  readonly by: string;
};

/** Turns a model's answer into a reading, keeping only what the report itself bears out: numbers and words that were said, matters that are open. */
export function groundedReading(answer: Answer, { report, offline, community, redact, threshold, by }: Ground): Reading {
  const { kind, category, confidence } = answer;
  // A danger that one of the two sees is never talked away by the other: a person is asked.
  if (offline.kind === "hazard" && kind === "none") return { ...offline, sure: false, by };

  const text = normalise(report.text);
  const place = kind === "none" ? {} : placeOf(answer, { report, offline, community, text });
  const named = report.open.find(({ number }) => number === answer.joins);
  const isBorneOut =
    named !== undefined && mayShare(report.text) && mayMeet(kind, named.kind) && bearsOut(report.text, place, named);
  const joins = kind !== "none" && isBorneOut ? named.number : undefined;
  return {
    kind,
    category,
    urgency: kind === "hazard" ? "danger" : answer.urgency,
    place,
    ...(offline.when === undefined || kind === "none" ? {} : { when: offline.when }),
    summary: summaryOf(answer, { offline, redact, report, text }),
    confidence,
    sure: confidence >= threshold,
    ...(joins === undefined ? {} : { joins }),
    by,
  };
}

type Said = Pick<Ground, "report" | "offline"> & { readonly text: string };

/** The model quotes; words that are not in the message are not the resident's, so the offline excerpt stands. Thus no summary needs the AI label. */
function summaryOf({ kind, summary }: Answer, { report, offline, redact, text }: Said & Pick<Ground, "redact">): string {
  if (kind === "none") return "";
  const words = redact(summary.trim(), report.alias);
  const said = normalise(words).replace(/[\p{P}\s]+$/u, "");
  return said !== "" && normalise(redact(text, report.alias)).includes(said) ? cut(words) : offline.summary;
}

/** The offline place first; a number from the model only if the text or the alias holds it as that part of an address. */
function placeOf({ place }: Answer, { report, offline, community, text }: Said & Pick<Ground, "community">): Place {
  const form = community.estates.find(({ name }) => name === offline.place.estate)?.alias ?? "building-unit-room";
  const written = [maskNumbers(text), normalise(report.alias)].flatMap((source) => addressesIn(source, form));
  const borneOut = (part: keyof Address): boolean =>
    place?.[part] !== undefined && written.some((address) => address[part] === place[part]);
  const address =
    offline.place.building === undefined && borneOut("building")
      ? written.find(({ building }) => building === place?.building)
      : undefined;
  const spot = place?.spot === undefined ? "" : normalise(place.spot);
  return {
    ...offline.place,
    ...(address?.building === undefined ? {} : { building: address.building }),
    ...(address?.unit !== undefined && borneOut("unit") ? { unit: address.unit } : {}),
    ...(address?.room !== undefined && borneOut("room") ? { room: address.room } : {}),
    ...(offline.place.spot === undefined && spot.length >= 2 && spot.length <= 10 && maskNumbers(text).includes(spot)
      ? { spot }
      : {}),
  };
}
