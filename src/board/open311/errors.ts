import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";

/** An answer that is no: the specification's list of errors, with the code of the answer itself. */
export function refused(c: Context, code: ContentfulStatusCode, ...descriptions: readonly string[]): Response {
  return c.json(
    descriptions.map((description) => ({ code, description })),
    code,
    JSON_UTF8,
  );
}

/** The specification names the letters in the header (GeoReport v2: Format Support). */
export const JSON_UTF8 = { "Content-Type": "application/json; charset=utf-8" };
