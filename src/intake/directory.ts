/** A person as we know them. Contact ids change at every login; `id` never does. */
export type Known = {
  readonly id: string;
  readonly alias: string;
  /** The channel's id of them, in the login named by `login`. */
  readonly contact: string;
  readonly login: string;
  /** Their name in community.yaml, once bound. */
  readonly staff?: string;
  /** We may write to them in private. */
  readonly friend: boolean;
};

/** The port to who is who and which group is which. */
export type Directory = {
  readonly people: () => Promise<readonly Known[]>;
  readonly add: (person: Omit<Known, "id">) => Promise<Known>;
  readonly change: (person: Known) => Promise<void>;
  readonly rooms: () => Promise<ReadonlyMap<string, string>>;
  readonly bindRoom: (topic: string, channelId: string) => Promise<void>;
};
