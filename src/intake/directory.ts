/** A person as we know them. Contact ids change at every login; `id` never does. */
export type Known = {
  readonly id: string;
  readonly alias: string;
  /** The channel's id of them, in the login named by `login`. */
  readonly contact: string;
  readonly login: string;
  /** Their name in community.yaml, once bound. */
  readonly staff?: string;
  /** The residents' group they were last seen in: where a private report is from. */
  readonly room?: string;
  /** We may write to them in private. */
  readonly friend: boolean;
};

/** The port to who is who and which group is which. */
export type Directory = {
  readonly people: () => Promise<readonly Known[]>;
  /** Our own id for somebody first met under this contact id; the same again for the same. */
  readonly idFor: (contact: string) => string;
  /** Writes a person down, or what has changed of them. */
  readonly keep: (person: Known) => Promise<void>;
  readonly rooms: () => Promise<ReadonlyMap<string, string>>;
  readonly bindRoom: (topic: string, channelId: string) => Promise<void>;
};
