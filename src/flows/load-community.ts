import { z } from "zod";
import { type Community, type Grid, type Patch, type Person, peopleWith } from "../shared/community.ts";
import { ConfigError } from "../shared/errors.ts";
import { readYaml, type Sheet } from "./read-yaml.ts";

const ROLES = ["gridWorker", "gridLead", "patrol", "mediator", "secretary", "propertyManager", "unit", "volunteer"] as const;

/** `葵花里小区 1-3`, `葵花里小区 4` or `槐荫巷小区`. */
const PatchText = z.string().transform((text): Patch => {
  const match = /^(.+?)\s+(\d+)(?:-(\d+))?$/.exec(text.trim());
  if (match === null) return { estate: text.trim() };
  return { estate: match[1] ?? "", buildings: { from: Number(match[2]), to: Number(match[3] ?? match[2]) } };
});

const Name = z.string().trim().min(1);

const GridRow: z.ZodType<Grid> = z.lazy(() =>
  z
    .strictObject({
      name: Name,
      worker: Name,
      lead: Name.optional(),
      patrol: Name.optional(),
      mediator: Name.optional(),
      places: z.array(PatchText).min(1),
      grids: z.array(GridRow).default([]),
    })
    .transform((row) => row as Grid),
);

const CommunityFile = z.strictObject({
  name: Name,
  bot: Name,
  timezone: Name.default("Asia/Shanghai"),
  grids: z.array(GridRow).default([]),
  estates: z.array(
    z.strictObject({
      name: Name,
      buildings: z.number().int().positive().optional(),
      households: z.number().int().positive().optional(),
      alias: z.enum(["building-unit-room", "building-room", "unit-room"]).default("building-unit-room"),
      propertyManager: Name.optional(),
    }),
  ),
  people: z.array(z.strictObject({ name: Name, roles: z.array(z.enum(ROLES)).min(1), alias: Name, unit: Name.optional() })),
  units: z.array(z.strictObject({ name: Name, contact: Name.optional(), duties: z.array(Name).default([]) })).default([]),
  rooms: z
    .array(
      z.strictObject({
        topic: Name,
        kind: z.enum(["residents", "staff", "units", "volunteers"]),
        estate: Name.optional(),
        building: z.coerce.string().optional(),
        grid: Name.optional(),
      }),
    )
    .min(1),
});

/** Reads a community and checks that everybody and every place it mentions is in it. Throws ConfigError with file and line. */
export function loadCommunity(file: string): Community {
  const sheet = readYaml(file, CommunityFile);
  const community = withContacts(sheet.value as Community);
  checkZone(community, sheet);
  checkUnique(community, sheet);
  checkGrids(community.grids, ["grids"], community, sheet);
  for (const [index, { unit }] of community.people.entries()) {
    if (unit !== undefined && !community.units.some(({ name }) => name === unit))
      throw new ConfigError(sheet.where(["people", index, "unit"]), `there is no unit "${unit}" under units`);
  }
  for (const [index, room] of community.rooms.entries()) {
    if (room.estate !== undefined && !community.estates.some(({ name }) => name === room.estate)) {
      throw new ConfigError(sheet.where(["rooms", index, "estate"]), `there is no estate "${room.estate}" under estates`);
    }
  }
  if (peopleWith(community, "secretary").length === 0) {
    throw new ConfigError(sheet.where(["people"]), "nobody has the role secretary; matters without a grid go there");
  }
  return community;
}

/** Whoever speaks for a unit is a person like the others: `周伟` of `县供电公司` is `县供电公司周伟` in groups unless `people` says otherwise. */
function withContacts(community: Community): Community {
  const managers = new Set(community.estates.map(({ propertyManager }) => propertyManager));
  const unitOf = (name: string): string | undefined => community.units.find(({ contact }) => contact === name)?.name;
  const listed = community.people.map((person) => {
    const unit = person.unit ?? unitOf(person.name);
    return unit === undefined ? person : { ...person, unit };
  });
  const missing = community.units.flatMap(({ name, contact }): Person[] => {
    if (contact === undefined || listed.some((person) => person.name === contact)) return [];
    const role = managers.has(name) ? "propertyManager" : "unit";
    return [{ name: contact, roles: [role], alias: contact.startsWith(name) ? contact : `${name}${contact}`, unit: name }];
  });
  return { ...community, people: [...listed, ...missing] };
}

function checkZone({ timezone }: Community, { where }: Sheet<unknown>): void {
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: timezone });
  } catch {
    throw new ConfigError(where(["timezone"]), `"${timezone}" is not a time zone; write Asia/Shanghai`);
  }
}

function checkUnique(community: Community, { where }: Sheet<unknown>): void {
  const once = (list: readonly string[], key: string, field: string): void => {
    for (const [index, name] of list.entries()) {
      if (list.indexOf(name) !== index) throw new ConfigError(where([key, index, field]), `"${name}" stands twice under ${key}`);
    }
  };
  once(
    community.people.map(({ name }) => name),
    "people",
    "name",
  );
  once(
    community.people.map(({ alias }) => alias),
    "people",
    "alias",
  );
  once(
    community.estates.map(({ name }) => name),
    "estates",
    "name",
  );
  once(
    community.rooms.map(({ topic }) => topic),
    "rooms",
    "topic",
  );
}

function checkGrids(grids: readonly Grid[], path: readonly PropertyKey[], community: Community, sheet: Sheet<unknown>): void {
  for (const [index, grid] of grids.entries()) {
    const at = [...path, index];
    for (const role of ["worker", "lead", "patrol", "mediator"] as const) {
      const name = grid[role];
      if (name !== undefined && !community.people.some((person) => person.name === name)) {
        throw new ConfigError(sheet.where([...at, role]), `${role} "${name}" is not under people`);
      }
    }
    for (const [position, { estate }] of grid.places.entries()) {
      if (!community.estates.some(({ name }) => name === estate)) {
        throw new ConfigError(sheet.where([...at, "places", position]), `there is no estate "${estate}" under estates`);
      }
    }
    checkGrids(grid.grids, [...at, "grids"], community, sheet);
  }
}
