import type { Role } from "../../shared/community.ts";

type Place = { readonly path: string; readonly name: string; readonly roles?: readonly Role[] };

/** The pages in the order of the navigation; without `roles` they are everybody's who is signed in. */
const PLACES: readonly Place[] = [
  { path: "/overview", name: "总览" },
  { path: "/tickets", name: "事项" },
];

/** Where these roles may go. */
export function placesFor(roles: readonly Role[]): readonly Place[] {
  return PLACES.filter((place) => place.roles === undefined || place.roles.some((role) => roles.includes(role)));
}
