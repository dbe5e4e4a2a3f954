/** One procedure as somebody of the community wrote it down (`seeds/knowledge/*.md`). */
export type Entry = {
  readonly title: string;
  /** What residents call the thing; a question that names none of these must be very near to one of `asks`. */
  readonly words: readonly string[];
  /** How residents ask for it. */
  readonly asks: readonly string[];
  /** Who says so, and since when. */
  readonly source: string;
  /** The day somebody last compared it with the source, `2026-09-08`. */
  readonly checked: string;
  /** What the resident reads. */
  readonly answer: string;
};
