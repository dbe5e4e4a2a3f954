import { z } from "zod";
import { readSpan } from "../shared/work-calendar.ts";
import { VERBS } from "../tickets/command.ts";
import { AUDIENCES, DEEDS, type FlowState, GUARDS, type Move, type Say } from "../tickets/flow/flow.ts";
import { KINDS, URGENCIES } from "../tickets/reading.ts";
import { OUTCOMES } from "../tickets/ticket.ts";

const SpanText = z.string().transform((text, context) => {
  const span = readSpan(text);
  if (span !== undefined) return span;
  context.addIssue({ code: "custom", message: `"${text}" is not a length of time; write 10m, 24h, 3d, 2ah, 4wh or 7wd` });
  return z.NEVER;
});

const SayRow = z
  .strictObject({ to: z.enum(AUDIENCES), wording: z.string(), if: z.enum(GUARDS).optional() })
  .transform(({ if: guard, ...rest }): Say => ({ ...rest, ...(guard === undefined ? {} : { if: guard }) }));

const MoveRow = z
  .strictObject({
    to: z.string().optional(),
    if: z.enum(GUARDS).optional(),
    event: z.string(),
    do: z.array(z.enum(DEEDS)).default([]),
    say: z.array(SayRow).default([]),
  })
  .transform(
    ({ to, if: guard, ...rest }): Move => ({
      ...rest,
      ...(to === undefined ? {} : { to }),
      ...(guard === undefined ? {} : { if: guard }),
    }),
  );

const Clocks = z.record(z.string(), z.array(MoveRow)).default({});
const Orders = z.partialRecord(z.enum(VERBS), z.array(MoveRow)).default({});

const StateRow = z
  .strictObject({
    step: z.string(),
    waitsFor: z.enum(["handler", "reporter", "unit", "claimant", "pool", "nobody"]),
    promise: z.string().optional(),
    outcome: z.enum(OUTCOMES).optional(),
    final: z.boolean().default(false),
    opening: z.array(SayRow).default([]),
    after: Clocks,
    on: Orders,
  })
  .transform(
    ({ promise, outcome, ...rest }): FlowState => ({
      ...rest,
      ...(promise === undefined ? {} : { promise }),
      ...(outcome === undefined ? {} : { outcome }),
    }),
  );

const LimitRow = z.strictObject({
  respond: SpanText,
  act: SpanText,
  climb: SpanText,
  press: SpanText,
  nudge: SpanText,
  source: z.string(),
});

const LadderRow = z.strictObject({ grid: SpanText, community: SpanText, joint: SpanText });

/** A flow as it is written; what it takes over from another one may be left out. */
export const FlowFile = z.strictObject({
  flow: z.string(),
  version: z.number().int().positive(),
  kinds: z.array(z.enum(KINDS).exclude(["none"])),
  /** Another flow whose limits, waits and states hold here too, unless this file has its own under the same name. */
  extends: z.string().optional(),
  /** Which sentence is said instead of one of the extended flow's. */
  says: z.record(z.string(), z.string()).default({}),
  /** What is added to states of the extended flow, or done otherwise there. */
  also: z.record(z.string(), z.strictObject({ after: Clocks, on: Orders })).default({}),
  steps: z.array(z.string()).length(7).optional(),
  initial: z.string().optional(),
  unsure: z.string().optional(),
  answered: z.string().optional(),
  onSpot: z.string().optional(),
  reclassified: z.string().optional(),
  advice: z.record(z.string(), z.string()).optional(),
  ladder: LadderRow.optional(),
  limits: z.partialRecord(z.enum(URGENCIES), LimitRow).default({}),
  waits: z.record(z.string(), SpanText).default({}),
  states: z.record(z.string(), StateRow),
});
