import { validate } from "node-cron";
import { z } from "zod";
import type { Calendar } from "../schedule/calendar.ts";
import type { FigureSettings } from "../schedule/reports/period.ts";
import { type Hours, readSpan } from "../shared/work-calendar.ts";
import { readYaml } from "./read-yaml.ts";

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

const CronText = z.string().refine((text) => validate(text), "is not a cron pattern; write minute hour day month weekday");

const rule = { cron: CronText, holiday: z.enum(["before", "skip", "keep"]).default("keep") };

const Crowd = z.number().int().min(2);

const CalendarFile = z.strictObject({
  work: z.strictObject({ hours: z.array(HoursText).min(1), waking: HoursText }),
  entries: z
    .array(z.strictObject({ name: z.string(), does: z.enum(["weeklyAnnouncement"]), ...rule, grace: SpanText }))
    .default([]),
  activities: z.array(z.strictObject({ title: z.string(), ...rule })).default([]),
  rates: z
    .strictObject({ responded: z.number(), satisfied: z.number(), resolved: z.number(), basically: z.number() })
    .default({ responded: 0.1, satisfied: 0.4, resolved: 0.5, basically: 0.9 }),
  recurring: z.strictObject({ times: z.number().int().min(2), days: z.number().int().min(2) }).default({ times: 3, days: 30 }),
  risks: z
    .strictObject({ crowded: z.strictObject({ week: Crowd, month: Crowd, year: Crowd }) })
    .default({ crowded: { week: 5, month: 12, year: 60 } }),
});

/** What `seeds/calendar.yaml` holds: the hours, and the things that repeat. */
export type CalendarSheet = Calendar &
  FigureSettings & {
    readonly work: { readonly hours: readonly Hours[]; readonly waking: Hours };
  };

/** Reads a calendar. Throws ConfigError with file and line. */
export function loadCalendar(file: string): CalendarSheet {
  return readYaml(file, CalendarFile).value;
}
