import type { Matter } from "../register.ts";
import type { Address } from "./sentence.ts";

/** What is said of people in anger. */
const INSULT =
  /疯|神经病|变态|没素质|素质[差低]|缺德|不要脸|混蛋|畜生|流氓|泼妇|老不死|狗东西|没教养|有病|死(?:老头|老太|婆娘|东西|胖子)|贱人|傻[子逼叉]|王八/;
/** A door, or some household: `601那个`, `老赵家天天`. */
const DOOR = /\d{3,4}(?=室|户|号|的|那|家|把|天天|又|老|总|在|住|往|业主|邻居)|^\d{3,4}/g;
const HOUSEHOLD =
  /(?:楼[上下]|隔壁|对门|对面|[\p{Script=Han}](?<![我咱俺大国回在到人每自各]))家(?=天天|又|老是?|总|的|把|乱|在|往|养)|那(?:个|家)/u;

/** Whether a matter's own words speak of others than whoever raised it: nobody reads that of themselves in a group. */
export function speaksOfOthers({ ticket, summary }: Matter): boolean {
  if (INSULT.test(summary) || HOUSEHOLD.test(summary)) return true;
  const own = ticket.reporters.map(({ alias }) => alias).join(" ");
  return (summary.match(DOOR) ?? []).some((door) => !own.includes(door));
}

/** A matter as a residents' group may read of it: of what speaks of others only what it is about. */
export function inTheOpen(to: Address, matter: Matter): Matter {
  if ("person" in to || !speaksOfOthers(matter)) return matter;
  const { place, category } = matter.ticket;
  const house = place.building === undefined ? "" : `${place.building}号楼`;
  return { ...matter, summary: category === "其他" ? `${house}您说的事` : `${house}${category}` };
}
