import type { Chamber } from "../chamber.ts";
import type { Vote } from "./vote.ts";

/** The groups of the estate that the topic names, else of all. */
export function askedBy({ desk }: Pick<Chamber, "desk">, topic: string): Pick<Vote, "estates" | "rooms"> {
  const { estates, rooms } = desk.community;
  const named = estates.filter(({ name }) => topic.includes(name.replace(/(?:小区|社区|花园|家园|新村|苑)$/u, "")));
  const asked = named.length === 0 ? estates : named;
  const names = asked.map(({ name }) => name);
  const residents = rooms.filter(
    ({ kind, estate }) => kind === "residents" && (named.length === 0 || names.includes(estate ?? "")),
  );
  return { estates: names, rooms: residents.map(({ topic: room }) => room) };
}
