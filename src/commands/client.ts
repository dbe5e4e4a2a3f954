import { randomBytes } from "node:crypto";
import { loadHouse } from "../load-house.ts";
import type { Community } from "../shared/community.ts";
import { ConfigError } from "../shared/errors.ts";
import { zoneOf } from "../shared/zone.ts";
import { createClients } from "../store/clients.ts";
import type { XiaogeCommand } from "./command.ts";
import { withDatabase } from "./with-database.ts";

const USAGE = "client add NAME, client remove NAME or client list";

/** `client add NAME`: a key for a program of the city, shown once; `client remove NAME`: the key opens nothing any more; `client list`. */
export const clientCommand: XiaogeCommand = {
  run: ({ arguments: [verb, given, ...rest], config, write }) => {
    const isRight = verb === "list" ? given === undefined : verb === "add" || verb === "remove";
    if (!isRight || rest.length > 0) throw new ConfigError("client", `is written: ${USAGE}`);
    const { community } = loadHouse({ community: config.COMMUNITY_FILE, calendar: config.CALENDAR_FILE }).desk;
    const name = verb === "list" ? "" : checked(community, given ?? "");
    return withDatabase(config, async (database) => {
      const clients = createClients(database);
      if (verb === "add") {
        const key = randomBytes(32).toString("base64url");
        if (!(await clients.add(name, key, Date.now())))
          throw new ConfigError(name, "is a client already; remove it first for a new key");
        write(`${name}: ${key}\nThis key is not shown again; give it to ${name} alone, as api_key.\n`);
      } else if (verb === "remove") {
        if (!(await clients.remove(name))) throw new ConfigError(name, "is not a client; see client list");
        write(`ok: ${name} is no client any more\n`);
      } else {
        for (const { name: one, addedAt } of await clients.all()) write(`${one} ${zoneOf(community.timezone).iso(addedAt)}\n`);
      }
      return 0;
    });
  },
};

/** A client's name stands where a resident's would: it may not be that of one of the community's people. */
function checked({ people }: Community, given: string): string {
  const name = given.trim();
  if (!/^[\p{L}\p{N}][\p{L}\p{N} ._-]{1,39}$/u.test(name))
    throw new ConfigError("client", `"${name}" is not a name; write 2 to 40 letters or digits, such as 市民热线`);
  if (people.some((one) => one.name === name || one.alias === name))
    throw new ConfigError(name, "is one of the community's people; choose another name");
  return name;
}
