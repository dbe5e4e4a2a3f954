import type { Instant } from "../../shared/instant.ts";
import { type Day, plusDays, type Zone } from "../../shared/zone.ts";
import { HOURS, hourIn, type PartOfDay } from "./part-of-day.ts";
import type { Piece } from "./pieces.ts";
import { settleAfter } from "./settle.ts";

/** From when, and until when if it lasts; `to` is the first moment after it. */
export type Bounds = { readonly from: Instant; readonly to?: Instant };

/** The span of a piece on its day: a clock time is a moment, a part of the day its hours, a day all of it. */
export function boundsOf(piece: Piece, day: Day, zone: Zone): Bounds {
  const { clock, part, days } = piece;
  if (clock !== undefined) {
    const { hour, minute, second, spoken } = clock;
    const from = zone.instant(day, hourIn(part, hour, spoken), minute);
    return second === undefined ? { from } : { from, to: zone.instant(day, hourIn(part, second, spoken), minute) };
  }
  if (part !== undefined) {
    const [first, last] = HOURS[part];
    return { from: zone.instant(day, first, 0), to: zone.instant(day, last, 0) };
  }
  return { from: zone.instant(day, 0, 0), to: zone.instant(plusDays(day, days), 0, 0) };
}

/** The end of a span that began with `first` on `day`: `到11点`, `到明早6点`, `到下周三` (all of that day). */
export function endOf(last: Piece, first: Piece, day: Day, zone: Zone): Instant | undefined {
  const from = boundsOf(first, day, zone).from;
  const lastDay = last.day === undefined ? day : settleAfter(last.day, day);
  if (lastDay === undefined) return undefined;
  const { clock } = last;
  if (clock === undefined || last.part !== undefined || last.day !== undefined) {
    const { from: moment, to = moment } = boundsOf(last, lastDay, zone);
    // `昨晚十点到早上六点` ends on the next day.
    return to > from || last.day !== undefined ? to : ended(last, plusDays(lastDay, 1), zone);
  }
  return hoursAfter(clock.hour, clock.spoken, first.part)
    .map((hour) => zone.instant(day, hour, clock.minute))
    .find((at) => at > from);
}

function ended(last: Piece, day: Day, zone: Zone): Instant {
  const { from, to = from } = boundsOf(last, day, zone);
  return to;
}

/** The hours an unqualified end may mean, the likeliest first: `下午2点到4点`, `上午9点到1点`, `晚上10点到6点`. */
function hoursAfter(hour: number, spoken: boolean, part: PartOfDay | undefined): readonly number[] {
  const meant = hourIn(part, hour, spoken);
  return hour <= 12 ? [meant, meant + 12, meant + 24] : [meant, meant + 24];
}
