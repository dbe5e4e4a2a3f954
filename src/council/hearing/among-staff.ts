import { isStaff } from "../../tickets/permit.ts";
import type { AffairOrder, Chamber } from "../chamber.ts";

/** Whether what is answered to this line is read by staff alone: in private with one of them, or in one of their own groups. */
export function isAmongStaff({ desk }: Pick<Chamber, "desk">, { to, by }: Pick<AffairOrder, "to" | "by">): boolean {
  if ("person" in to) return isStaff(by);
  return desk.community.rooms.some(({ topic, kind }) => topic === to.room && kind === "staff");
}
