import { z } from "zod";
import { type Hours, readSpan } from "../shared/work-calendar.ts";

const HoursText = z.string().transform((text, context): Hours => {
  const match = /^(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})$/.exec(text);
  const [from, to] = [Number(match?.[1]) * 60 + Number(match?.[2]), Number(match?.[3]) * 60 + Number(match?.[4])];
  if (match !== null && from < to && to <= 24 * 60) return [from, to];
  context.addIssue({ code: "custom", message: `"${text}" is not hours of a day; write 8:30-12:00` });
  return z.NEVER;
});

const SpanText = z.string().transform((text, context) => {
  const span = readSpan(text);
  if (span !== undefined) return span;
  context.addIssue({ code: "custom", message: `"${text}" is not a length of time; write 6h` });
  return z.NEVER;
});

const AheadText = z.string().transform((text, context): { count: number; unit: "d" | "h" } => {
  const span = readSpan(text);
  if (span?.unit === "d" || span?.unit === "h") return { count: span.count, unit: span.unit };
  context.addIssue({ code: "custom", message: `"${text}" is not how long before; write 1d or 16h` });
  return z.NEVER;
});

/** One word or a list of them. */
const Words = z.union([z.string().transform((one) => [one]), z.array(z.string()).min(1)]);

const base = {
  name: z.string().min(1),
  cron: z.string().optional(),
  when: z.string().optional(),
  from: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, "is not a day; write 2026-01-07")
    .optional(),
  holiday: z.enum(["before", "after", "skip", "keep"]).default("keep"),
  rooms: Words.optional(),
  grace: SpanText.default({ count: 6, unit: "h" }),
  approves: z.enum(["secretary"]).optional(),
};

const Station = z.union([
  z.strictObject({ name: z.string(), weekdays: z.array(Words).min(5).max(7) }),
  z.strictObject({ name: z.string(), rotation: z.array(z.string()).min(1) }),
]);

const EntryRow = z.discriminatedUnion("does", [
  z.strictObject({
    ...base,
    does: z.literal("say"),
    text: z.string().min(1).optional(),
    title: z.string().min(1).optional(),
    activity: z.boolean().default(false),
    ahead: AheadText.optional(),
  }),
  z.strictObject({ ...base, does: z.literal("tips"), list: z.string() }),
  z.strictObject({
    ...base,
    does: z.literal("duty"),
    covers: z.enum(["day", "week", "holiday"]),
    stations: z.union([z.enum(["community", "estates"]), z.array(Station).min(1)]),
  }),
  z.strictObject({ ...base, does: z.literal("round"), text: z.string().min(1) }),
  z.strictObject({
    ...base,
    does: z.literal("meeting"),
    title: z.string().min(1),
    ahead: AheadText,
    agenda: z.array(z.string()).default([]),
    invite: Words.optional(),
    place: z.string().optional(),
  }),
  z.strictObject({ ...base, does: z.enum(["weeklyAnnouncement", "weeklyReview", "monthlyAnalysis", "yearlyReport"]) }),
]);
export type EntryRow = z.output<typeof EntryRow>;

/** So many matters at one house or spot in a period make it crowded. */
const Crowd = z.number().int().min(2);

export const CalendarFile = z.strictObject({
  work: z.strictObject({ hours: z.array(HoursText).min(1), waking: HoursText }),
  entries: z.array(EntryRow).default([]),
  rates: z
    .strictObject({ responded: z.number(), satisfied: z.number(), resolved: z.number(), basically: z.number() })
    .default({ responded: 0.1, satisfied: 0.4, resolved: 0.5, basically: 0.9 }),
  recurring: z.strictObject({ times: z.number().int().min(2), days: z.number().int().min(2) }).default({ times: 3, days: 30 }),
  risks: z
    .strictObject({ crowded: z.strictObject({ week: Crowd, month: Crowd, year: Crowd }) })
    .default({ crowded: { week: 5, month: 12, year: 60 } }),
});

export const TipsFile = z
  .array(
    z.strictObject({
      text: z.string().min(1).max(90),
      source: z.string().min(1),
      months: z.array(z.number().int().min(1).max(12)).min(1).optional(),
    }),
  )
  .min(1);
