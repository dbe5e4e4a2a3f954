import { z } from "zod";
import type { CouncilRules } from "../council/rules.ts";
import { type Portion, STEPS } from "../council/vote/rules.ts";
import { ConfigError } from "../shared/errors.ts";
import { readSpan } from "../shared/work-calendar.ts";
import { readYaml } from "./read-yaml.ts";

const SpanText = z.string().transform((text, context) => {
  const span = readSpan(text);
  if (span !== undefined) return span;
  context.addIssue({ code: "custom", message: `"${text}" is not a length of time; write 2h or 7d` });
  return z.NEVER;
});

/** Before something is counted back in hours of the clock: working days have no fixed length. */
const Early = SpanText.refine(
  ({ unit }) => unit === "m" || unit === "h" || unit === "d",
  "counts back from a moment; write minutes, hours or days",
);

const ClockText = z
  .string()
  .regex(/^([01]?\d|2[0-3]):[0-5]\d$/, "is not a time of day; write 20:00")
  .transform((text) => Number(text.split(":")[0]) * 60 + Number(text.split(":")[1]));

const Share = z.number().gt(0).lt(1);

const PortionText = z.string().transform((text, context): Portion => {
  const match = /^(over|at least) (\d{1,2})\/(\d{1,2})$/.exec(text);
  const [top, bottom] = [Number(match?.[2]), Number(match?.[3])];
  if (match !== null && top > 0 && top < bottom) return { over: match[1] === "over", of: [top, bottom] };
  context.addIssue({ code: "custom", message: `"${text}" is not a portion; write over 1/2 or at least 2/3` });
  return z.NEVER;
});

const DeliberationSection = z.strictObject({
  steps: z.array(z.strictObject({ does: z.enum(STEPS), name: z.string().min(1), lasts: SpanText })),
  remind: Early,
  passes: PortionText,
  quorum: z.string(),
  quorums: z.record(z.string(), PortionText),
});

const DeliberationFile = z.strictObject({
  notice: z.strictObject({ remind: Early, evening: ClockText, receipt: SpanText, draft: SpanText }),
  meeting: z.strictObject({
    dayBefore: Early,
    hourBefore: Early,
    checkIn: z.strictObject({ before: Early, after: SpanText }),
    askMinutes: SpanText,
    quorum: Share,
    public: SpanText,
    rooms: z.record(z.string(), z.array(z.enum(["residents", "staff", "units", "volunteers"])).min(1)).default({}),
    parties: z.record(z.string(), z.array(z.string())).default({}),
  }),
  deliberation: DeliberationSection,
  survey: z.strictObject({ asking: SpanText, low: z.number().gt(1).lt(5) }),
  round: z.strictObject({ nudge: SpanText, over: SpanText }),
});

/** Reads `flows/deliberation.yaml`. Throws ConfigError with file and line. */
export function loadDeliberation(file: string): CouncilRules {
  const { value, where } = readYaml(file, DeliberationFile);
  const { steps, quorum, quorums } = value.deliberation;
  // A step that is left out would leave an affair without an end to it; another order is no longer 一征三议两公开 (E4).
  for (const [index, does] of STEPS.entries()) {
    if (steps[index]?.does !== does)
      throw new ConfigError(
        where(["deliberation", "steps", index]),
        `step ${index + 1} must be "${does}"; keep all steps in their order`,
      );
  }
  if (steps.length > STEPS.length)
    throw new ConfigError(where(["deliberation", "steps", STEPS.length]), "is one step too many; every step is there once");
  if (quorums[quorum] === undefined)
    throw new ConfigError(where(["deliberation", "quorum"]), `"${quorum}" is not under quorums; add it there`);
  return value;
}
