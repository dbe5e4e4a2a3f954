import { z } from "zod";
import type { CouncilRules } from "../council/rules.ts";
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

const DeliberationFile = z.strictObject({
  notice: z.strictObject({ remind: Early, evening: ClockText, receipt: SpanText, draft: SpanText }),
  meeting: z.strictObject({
    dayBefore: Early,
    hourBefore: Early,
    checkIn: z.strictObject({ before: Early, after: SpanText }),
    askMinutes: SpanText,
    quorum: Share,
    public: SpanText,
    parties: z.record(z.string(), z.array(z.string())).default({}),
  }),
  survey: z.strictObject({ asking: SpanText, low: z.number().gt(1).lt(5) }),
  round: z.strictObject({ nudge: SpanText, over: SpanText }),
});

/** Reads `flows/deliberation.yaml`. Throws ConfigError with file and line. */
export function loadDeliberation(file: string): CouncilRules {
  return readYaml(file, DeliberationFile).value;
}
