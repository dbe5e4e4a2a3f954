/** A small memory with an end, such as Keyv. `delete` gives true to whoever deleted it: of two at once, to one. */
export type Memory = {
  readonly get: (key: string) => Promise<unknown>;
  readonly set: (key: string, value: unknown, lifetime: number) => Promise<unknown>;
  readonly delete: (key: string) => Promise<unknown>;
};
