import type { Community, Person } from "../shared/community.ts";
import { ConfigError } from "../shared/errors.ts";
import type { Actor } from "../tickets/ticket.ts";

/** A person of community.yaml by name or alias. Throws ConfigError when there is none. */
export function personNamed({ people }: Community, name: string): Person {
  const person = people.find((one) => one.name === name || one.alias === name);
  if (person === undefined) throw new ConfigError("--as", `"${name}" is not one of the community's people`);
  return person;
}

/** A member of staff as tickets know them. */
export function actorOf({ name, alias, roles, unit }: Person): Actor {
  return { id: `staff:${name}`, alias, name, roles, ...(unit === undefined ? {} : { unit }) };
}
