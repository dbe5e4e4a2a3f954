import { placeText } from "../../shared/place.ts";
import type { Report } from "../../tickets/reading.ts";
import { visible } from "../normalise.ts";
import type { Redact } from "../redact.ts";

/** How many of the speaker's earlier lines, and how many open matters, a model is shown. */
const RECENT = 3;
const OPEN = 20;

/** What a model is shown of a report: redacted and written as one JSON value, so that nothing in it can be taken for anything but data. No alias, no room. */
export function questionOf(report: Report, redact: Redact): string {
  const hide = (text: string): string => redact(visible(text), report.alias);
  return JSON.stringify({
    message: hide(report.text),
    photos: report.photos,
    said_before: report.recent.slice(-RECENT).map(hide),
    open_matters: report.open.slice(0, OPEN).map(({ number, kind, category, summary, place }) => ({
      number,
      kind,
      category,
      summary: hide(summary),
      place: hide(placeText(place)),
    })),
  });
}
