import { allGrids, type Estate, type Room } from "../../shared/community.ts";
import type { Place } from "../../shared/place.ts";
import type { Heard } from "../heard.ts";
import type { Readers } from "./readers.ts";

/**
 * The residents' group whose estate somebody's words are about: the one they speak in; in private the one they were last seen in, else the
 * only one where their house number can be; for a member of staff the one of their grids, when these lie in one estate.
 */
export function homeRoom(on: Pick<Readers, "office" | "homeOf">, { room, known, actor }: Heard): Room | undefined {
  if (room?.kind === "residents") return room;
  const { community } = on.office.desk;
  const residents = community.rooms.filter(({ kind }) => kind === "residents");
  const seen = residents.find(({ topic }) => topic === known.room);
  if (seen !== undefined && actor.name === undefined) return seen;

  const own = actor.name === undefined ? community.estates.filter((estate) => mayLiveIn(on, estate, known.alias, residents)) : [];
  const served = allGrids(community.grids)
    .filter(({ worker, patrol, lead, mediator }) => [worker, patrol, lead, mediator].includes(actor.name ?? "-"))
    .flatMap(({ places }) => places.map(({ estate }) => estate));
  const [only, another] = [...new Set([...own.map(({ name }) => name), ...served])];
  const found = another === undefined ? residents.find(({ estate }) => estate !== undefined && estate === only) : undefined;
  return found ?? room;
}

/** Whether a house number such as `6-2-302` can be in an estate: so many parts, and a house that is there. */
function mayLiveIn({ homeOf }: Pick<Readers, "homeOf">, estate: Estate, alias: string, residents: readonly Room[]): boolean {
  const room = residents.find((one) => one.estate === estate.name);
  const { building, unit }: Place = room === undefined ? {} : homeOf(alias, room);
  if (building === undefined) return false;
  const hasUnits = estate.alias === "building-unit-room";
  return Number(building) <= (estate.buildings ?? Number.POSITIVE_INFINITY) && hasUnits === (unit !== undefined);
}
