import type { Community, Role } from "../../shared/community.ts";

/** Who is to come, in the secretary's words, and whom of the community's data that names, if anybody. */
export type Invited = {
  readonly words: string;
  readonly unit?: string;
  readonly room?: string;
  readonly person?: string;
  readonly role?: Role;
};

const ROLES: readonly (readonly [Role, RegExp])[] = [
  ["gridLead", /^(?:全体)?网格长/u],
  ["gridWorker", /^(?:全体|各)?网格员/u],
  ["volunteer", /^(?:全体)?志愿者/u],
  ["mediator", /^调解员/u],
  ["patrol", /^红袖章/u],
  ["unit", /^(?:各|全体)?(?:共建|联建|驻区|辖区)?单位/u],
  ["propertyManager", /^(?:各)?物业(?:公司|经理)?$/u],
];

/** Reads a list such as `县供电公司、葵花里物业和网格员参加`. */
export function invitedIn(text: string, community: Community): readonly Invited[] {
  return text
    .split(/[\n、,，;；。和及与\s]+/u)
    .map((part) =>
      part
        .trim()
        .replace(
          /(?:的?(?:(?<!居民|业主|党员)代表|负责人|同志|领导)?)?(?:准时|按时)?(?:来|前来)?(?:参加|参会|列席|出席|到会|到场)?[!！]?$/u,
          "",
        ),
    )
    .filter((part) => part.length >= 2)
    .map((words) => ({ words, ...named(words, community) }));
}

function named(words: string, community: Community): Omit<Invited, "words"> {
  const room = community.rooms.find(({ topic }) => topic === words)?.topic;
  if (room !== undefined) return { room };
  const person = community.people.find(({ name, alias }) => words === alias || words.includes(name));
  if (person !== undefined) return { person: person.name, ...(person.unit === undefined ? {} : { unit: person.unit }) };
  const unit = unitNamed(words, community);
  if (unit !== undefined) return { unit };
  const role = ROLES.find(([, pattern]) => pattern.test(words))?.[0];
  return role === undefined ? {} : { role };
}

/** `供电公司`, `县二中`, `贺经理`: the one unit that is meant by its name, a part of it, or its contact. */
function unitNamed(words: string, { units }: Community): string | undefined {
  const found = units.filter(
    ({ name, contact }) =>
      name.includes(words) || words.includes(name) || (contact !== undefined && words.includes(contact)) || isShort(words, name),
  );
  return found.length === 1 ? found[0]?.name : undefined;
}

/** `县二中` of `县第二中学`: all its letters, in their order. */
function isShort(words: string, name: string): boolean {
  let at = -1;
  for (const letter of words) {
    at = name.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  return words.length >= 3;
}
