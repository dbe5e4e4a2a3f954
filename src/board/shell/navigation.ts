import type { Role } from "../../shared/community.ts";
import { PARTNERS, SPEAKERS, STAFF } from "../halls/roles.ts";

type Place = { readonly path: string; readonly name: string; readonly roles?: readonly Role[] };

/** The pages in the order of the navigation; without `roles` they are everybody's who is signed in. */
const PLACES: readonly Place[] = [
  { path: "/overview", name: "总览" },
  { path: "/tickets", name: "事项" },
  { path: "/affairs", name: "会务", roles: STAFF },
  { path: "/consent", name: "征询", roles: ["secretary", "gridLead", "gridWorker", "mediator"] },
  { path: "/calendar", name: "日历", roles: STAFF },
  { path: "/lists", name: "三清单", roles: PARTNERS },
  { path: "/wishes", name: "心愿墙" },
  { path: "/people", name: "人员", roles: STAFF },
  { path: "/outbox", name: "发件箱", roles: SPEAKERS },
];

/** Where these roles may go. */
export function placesFor(roles: readonly Role[]): readonly Place[] {
  return PLACES.filter((place) => place.roles === undefined || place.roles.some((role) => roles.includes(role)));
}
