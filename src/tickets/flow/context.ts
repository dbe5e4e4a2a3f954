import type { Instant } from "../../shared/instant.ts";
import type { Command } from "../command.ts";
import type { Facts } from "../ticket.ts";

/** What the statechart works on while one command is decided. It is built anew for each decision and never stored. */
export type Context = { readonly now: Instant; readonly facts: Facts; readonly command?: Command };
