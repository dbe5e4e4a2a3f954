import type { Role } from "../../shared/community.ts";

/** Members of staff: whoever works for the community, as opposed to residents, units and volunteers. */
export const STAFF: readonly Role[] = ["secretary", "gridLead", "gridWorker", "patrol", "mediator"];

/** Who looks after what the bot says. */
export const SPEAKERS: readonly Role[] = ["secretary", "gridLead"];

/** Staff and units: whom the three lists are for. */
export const PARTNERS: readonly Role[] = [...STAFF, "unit", "propertyManager"];
