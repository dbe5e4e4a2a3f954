import { z } from "zod";
import { DEFAULT_PACE, type Pace } from "./outbox/pace.ts";
import { ConfigError } from "./shared/errors.ts";
import { MINUTE, SECOND } from "./shared/instant.ts";

const empty = (value: unknown): unknown => (value === "" ? undefined : value);
const text = z.preprocess(empty, z.string().trim().optional());
const url = z.preprocess(empty, z.url().optional());
const number = (fallback: number, least = 0) => z.preprocess(empty, z.coerce.number().min(least).default(fallback));
const flagOr = (otherwise: "true" | "false") =>
  z
    .preprocess(empty, z.enum(["true", "false", "1", "0"]).default(otherwise))
    .transform((value) => value === "true" || value === "1");
const flag = flagOr("false");

/** Every setting, by the name it has in the environment. `.env.example` explains each in a line. */
const Environment = z.object({
  DATABASE_URL: z.preprocess(empty, z.url({ protocol: /^postgres(ql)?$/ }).optional()),
  KEYV_URL: z.preprocess(empty, z.url({ protocol: /^rediss?$/ }).optional()),
  DATA_DIR: z.preprocess(empty, z.string().default("data")),
  COMMUNITY_FILE: z.preprocess(empty, z.string().default("seeds/community.yaml")),
  CALENDAR_FILE: z.preprocess(empty, z.string().default("seeds/calendar.yaml")),
  OPENAI_API_KEY: text,
  OPENAI_BASE_URL: url,
  OPENAI_MODEL: text,
  OPENAI_TIMEOUT_SECONDS: number(20, 1),
  OPENAI_AT_ONCE: number(2, 1),
  OPENAI_DAILY_TOKENS: number(300_000),
  WECHATY_PUPPET: text,
  WECHATY_NAME: z.preprocess(empty, z.string().default("xiaoge")),
  BOARD_PORT: z.preprocess(empty, z.coerce.number().int().min(0).max(65_535).default(3000)),
  BOARD_HOST: z.preprocess(empty, z.string().trim().default("127.0.0.1")),
  BOARD_URL: url,
  REPORT_QUIET_SECONDS: number(8),
  REPORT_MOST_SECONDS: number(40),
  SAY_BY_HAND: flag,
  SAY_GAP_SECONDS: number(DEFAULT_PACE.gap / SECOND),
  SAY_JITTER_SECONDS: number(DEFAULT_PACE.jitter / SECOND),
  SAY_PER_MINUTE: number(DEFAULT_PACE.perMinute, 1),
  SAY_PER_DAY: number(DEFAULT_PACE.perDay, 1),
  SAY_MERGE_SECONDS: number(DEFAULT_PACE.merge / SECOND),
  LOGIN_SILENCE_MINUTES: number(DEFAULT_PACE.silence / MINUTE),
  ATTACHMENT_MEGABYTES: number(20, 0.001),
  SANDBOX_HURRY: flagOr("true"),
  LOG_LEVEL: z.preprocess(empty, z.enum(["debug", "info", "warn", "error", "silent"]).default("info")),
});

export type Config = Omit<z.output<typeof Environment>, "SAY_GAP_SECONDS"> & {
  readonly pace: Pace;
  readonly quietTime: { readonly quiet: number; readonly most: number };
};

/** Reads the settings from an environment. Throws ConfigError naming the variable. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const read = Environment.safeParse(environment);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new ConfigError(
      String(issue?.path[0] ?? "the environment"),
      `is not right (${issue?.message ?? "unknown"}); see .env.example, or leave it empty`,
    );
  }
  const set = read.data;
  return {
    ...set,
    pace: {
      gap: set.SAY_GAP_SECONDS * SECOND,
      jitter: set.SAY_JITTER_SECONDS * SECOND,
      perMinute: set.SAY_PER_MINUTE,
      perDay: set.SAY_PER_DAY,
      merge: set.SAY_MERGE_SECONDS * SECOND,
      silence: set.LOGIN_SILENCE_MINUTES * MINUTE,
    },
    quietTime: { quiet: set.REPORT_QUIET_SECONDS * SECOND, most: set.REPORT_MOST_SECONDS * SECOND },
  };
}
