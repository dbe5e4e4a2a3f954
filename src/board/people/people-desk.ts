/** What the page of people and groups is handed. */
export type PeopleDesk = {
  /** Names in community.yaml whose account is known. */
  readonly bound: () => ReadonlySet<string>;
  /** The groups that the account is in now, by topic. */
  readonly groups: () => Promise<ReadonlySet<string>>;
  /** A one-time code that binds somebody's account to their name. */
  readonly newCode: (name: string) => Promise<string>;
};
