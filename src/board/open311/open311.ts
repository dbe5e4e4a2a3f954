import type { Instant } from "../../shared/instant.ts";

/** A kind of matter that may be filed. */
export type Service = { readonly code: string; readonly keywords: readonly string[] };

/** A matter as a program of the city may know it: no names, no numbers, no doors, no dispute. */
export type PublicRequest = {
  readonly number: number;
  readonly isOpen: boolean;
  readonly category: string;
  /** What became of it, in words. */
  readonly note?: string;
  readonly description: string;
  readonly agency: string;
  readonly openedAt: Instant;
  readonly updatedAt: Instant;
  readonly due?: Instant;
  readonly estate: string;
  /** The house, without the door. */
  readonly address: string;
};

export type RequestFilter = {
  readonly from: Instant;
  readonly to: Instant;
  readonly categories?: readonly string[];
  readonly isOpen?: boolean;
  readonly most: number;
};

/** What a client files. */
export type Submission = {
  readonly client: string;
  readonly service: string;
  readonly address: string;
  readonly description: string;
};

/** What the Open311 endpoint needs of the rest. */
export type Open311Parts = {
  readonly community: string;
  /** When the list of services last changed. */
  readonly changedAt: Instant;
  /** Where the endpoint is known from outside; undefined: as it was called. */
  readonly url?: string;
  readonly clock: () => Instant;
  readonly iso: (at: Instant) => string;
  readonly services: () => readonly Service[];
  readonly requests: (filter: RequestFilter) => Promise<readonly PublicRequest[]>;
  /** Those of the numbers that may be known. */
  readonly requestsOf: (numbers: readonly number[]) => Promise<readonly PublicRequest[]>;
  /** The client whose key this is. */
  readonly clientOf: (key: string) => Promise<string | undefined>;
  /** Files a matter; gives its number and what happens next. The same words on the same day are one matter. */
  readonly file: (submission: Submission) => Promise<{ readonly number: number; readonly notice: string }>;
  /** Words of the endpoint itself: `contact`, `key`. */
  readonly say: (name: string) => string;
};
