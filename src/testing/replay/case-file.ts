import { z } from "zod";
import { readYaml, type Sheet } from "../../flows/read-yaml.ts";

const At = z.string().refine(isTime, "is not a time; write 19:00, +2m (at most a year) or 2026-09-14T19:00:00+08:00");

const LONGEST: Readonly<Record<string, number>> = { s: 86_400, m: 100_000, h: 8_784, d: 366 };

function isTime(text: string): boolean {
  const later = /^\+(\d{1,6})([smhd])$/.exec(text);
  if (later !== null) return Number(later[1]) <= (LONGEST[later[2] ?? ""] ?? 0);
  if (/^([01]?\d|2[0-3]):[0-5]\d$/.test(text)) return true;
  return /^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(Date.parse(text));
}

const LineRow = z
  .strictObject({
    at: At,
    room: z.string().optional(),
    dm: z.boolean().optional(),
    who: z.string().optional(),
    says: z.string().optional(),
    id: z.string().optional(),
    image: z.string().optional(),
    file: z.string().optional(),
    quotes: z.string().optional(),
    again: z.string().optional(),
    recalls: z.string().optional(),
  })
  .superRefine((line, context) => {
    const speaks = line.says !== undefined || line.image !== undefined || line.file !== undefined;
    const fail = (message: string) => context.addIssue({ code: "custom", message });
    if (speaks && line.who === undefined) fail("says something, but not who says it; add who");
    if (speaks && line.room === undefined && line.dm !== true) fail("says something, but not where; add room, or dm: true");
    if (!speaks && line.who !== undefined) fail(`"${line.who}" says nothing; add says or image`);
    if (line.room !== undefined && line.dm === true) fail("has both room and dm; keep one");
  });
export type CaseLine = z.output<typeof LineRow>;

const CaseFile = z.strictObject({
  name: z.string(),
  community: z.string().default("seeds/community.yaml"),
  /** Of what the calendar says, the weekly announcement alone, or all. */
  calendar: z.enum(["announcements", "whole"]).default("announcements"),
  /** Those who have not added the bot as a friend, and can be told nothing alone; everybody else has. */
  strangers: z.array(z.string()).default([]),
  start: z.iso.datetime({ offset: true, message: "is not a time with an offset; write 2026-09-14T19:00:00+08:00" }),
  lines: z.array(LineRow).min(1, "has no lines"),
  expect: z.unknown().optional(),
});
export type Case = z.output<typeof CaseFile>;

/** Reads a whole conversation. Throws ConfigError with file and line. */
export function loadCase(file: string): Sheet<Case> {
  return readYaml(file, CaseFile);
}
