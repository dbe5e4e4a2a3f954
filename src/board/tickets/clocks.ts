import { explainLimit } from "../../shared/explain-limit.ts";
import type { Instant } from "../../shared/instant.ts";
import type { Desked } from "../../tickets/deciding/decide.ts";
import type { Ticket } from "../../tickets/ticket.ts";

/** A limit of a ticket, and how it came about. */
export type Clock = {
  readonly name: string;
  readonly at: Instant;
  /** It is the one that is promised now. */
  readonly isPromised: boolean;
  /** Past it the ticket is overdue, whatever else is promised. */
  readonly isEnd: boolean;
  readonly why?: string;
};

const NAMES: Readonly<Record<string, string>> = {
  respond: "答复期限",
  act: "办结期限",
  level: "本级期限",
  total: "全程期限",
  until: "约定时间",
  agreed: "达成协议",
};

/** The clocks of a ticket with their derivation in words, and where the limits come from. */
export function clocksOf({ flow, desk }: Desked, ticket: Ticket): { readonly clocks: readonly Clock[]; readonly source: string } {
  const limit = flow.limits[ticket.urgency];
  const from = ticket.since ?? ticket.openedAt;
  const isPaused = (ticket.pauses?.length ?? 0) > 0;
  const extended = ticket.extraDays === undefined ? "" : `，另延期 ${ticket.extraDays} 个工作日`;
  const whys: Readonly<Record<string, string>> = {
    respond: explainLimit(desk.calendar, from, limit.respond, ticket.dues["respond"], isPaused),
    act: explainLimit(desk.calendar, from, limit.act, ticket.dues["act"], isPaused) + extended,
  };
  const promise = ticket.state === "open" ? flow.states[ticket.stage]?.promise : undefined;
  const clocks = Object.entries(NAMES).flatMap(([clock, name]): readonly Clock[] => {
    const at = ticket.dues[clock];
    if (at === undefined) return [];
    const why = whys[clock];
    return [
      {
        name,
        at,
        isPromised: clock === promise,
        isEnd: clock === "total" && promise !== undefined,
        ...(why === undefined ? {} : { why }),
      },
    ];
  });
  return { clocks, source: limit.source };
}
