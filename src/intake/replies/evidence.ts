import { type Instant, MINUTE } from "../../shared/instant.ts";

/** How long a photo and the order it belongs to may be apart. */
const TOGETHER = 2 * MINUTE;

/** Photos of the work: staff send them just before or just after their reply, as separate messages. */
export type Evidence = {
  readonly photo: (person: string, row: number, now: Instant) => void;
  /** Takes the photos that a person sent just now. */
  readonly takePhotos: (person: string, now: Instant) => readonly number[];
  readonly commanded: (person: string, ticket: number, now: Instant) => void;
  /** Takes photos that nobody spoke of in time. */
  readonly forgotten: (now: Instant) => readonly number[];
  /** The ticket that a person's photo belongs to, when they gave an order about one just now. */
  readonly ticketOf: (person: string, now: Instant) => number | undefined;
};

export function createEvidence(): Evidence {
  const photos = new Map<string, { row: number; at: Instant }[]>();
  const orders = new Map<string, { ticket: number; at: Instant }>();
  return {
    photo: (person, row, now) => {
      photos.set(person, [...(photos.get(person) ?? []).filter(({ at }) => now - at <= TOGETHER), { row, at: now }].slice(-9));
    },
    takePhotos: (person, now) => {
      const taken = (photos.get(person) ?? []).filter(({ at }) => now - at <= TOGETHER).map(({ row }) => row);
      photos.delete(person);
      return taken;
    },
    forgotten: (now) => {
      const rows: number[] = [];
      for (const [person, list] of photos) {
        rows.push(...list.filter(({ at }) => now - at > TOGETHER).map(({ row }) => row));
        const left = list.filter(({ at }) => now - at <= TOGETHER);
        if (left.length === 0) photos.delete(person);
        else photos.set(person, left);
      }
      for (const [person, { at }] of orders) if (now - at > TOGETHER) orders.delete(person);
      return rows;
    },
    commanded: (person, ticket, now) => {
      orders.set(person, { ticket, at: now });
    },
    ticketOf: (person, now) => {
      const last = orders.get(person);
      return last !== undefined && now - last.at <= TOGETHER ? last.ticket : undefined;
    },
  };
}
