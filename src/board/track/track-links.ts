/** One person's own way to one matter. */
export type TrackLink = { readonly ticket: number; readonly person: string };

/** The port to where they are kept. */
export type TrackLinks = {
  /** Whose and which; undefined for a token that nobody was given. */
  readonly find: (token: string) => Promise<TrackLink | undefined>;
  /** The token of a person for a ticket: the same again, or the new one that is handed in. */
  readonly keep: (link: TrackLink, fresh: string) => Promise<string>;
};
