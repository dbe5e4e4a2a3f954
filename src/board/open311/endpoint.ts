import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { JSON_UTF8, refused } from "./errors.ts";
import type { Open311Parts } from "./open311.ts";
import { createRateLimit } from "./rate-limit.ts";
import { numbersIn, readQuery } from "./read-query.ts";
import { readSubmission } from "./read-submission.ts";
import { discovery, requestShape, serviceShape } from "./shapes.ts";

/** Calls a minute: for each client, and for all those together who show no key. */
const PER_MINUTE = 120;
const FORM = 64 * 1024;
const ENDING = ".json";

/** Open311 GeoReport v2 in JSON (http://wiki.open311.org/GeoReport_v2): a Hono app to be mounted under its address. */
export function createOpen311(parts: Open311Parts): Hono {
  const app = new Hono();
  const mayCall = createRateLimit(PER_MINUTE);
  const json = (c: Context, body: unknown): Response => c.json(body as object, 200, JSON_UTF8);
  const isService = (code: string): boolean => parts.services().some((service) => service.code === code);
  /** The client whose key came with the call; undefined without a key; `null` when the key is nobody's. */
  const callerOf = async (key: string | undefined): Promise<string | undefined | null> =>
    key === undefined || key === "" ? undefined : ((await parts.clientOf(key)) ?? null);
  const tooOften = (c: Context): Response => {
    c.header("Retry-After", "60");
    return refused(c, 429, "too many calls; wait a minute");
  };
  const badKey = (c: Context): Response => refused(c, 403, "Invalid api_key received");

  app.get("/discovery.json", (c) => json(c, discovery(parts, new URL(c.req.url).href.replace(/\/discovery\.json.*$/, ""))));
  app.get("/services.json", (c) =>
    json(
      c,
      parts.services().map((service) => serviceShape(parts, service)),
    ),
  );
  app.get("/services/:file", (c) => {
    const code = nameIn(c.req.param("file"));
    if (code === undefined) return refused(c, 400, "only .json is served here");
    return isService(code) ? json(c, { service_code: code, attributes: [] }) : refused(c, 404, "service_code was not found");
  });

  app.get("/requests.json", async (c) => {
    const caller = await callerOf(c.req.query("api_key"));
    if (!mayCall(caller ?? "", parts.clock())) return tooOften(c);
    if (caller === null) return badKey(c);
    const wanted = c.req.query("service_request_id")?.trim() ?? "";
    if (wanted !== "") {
      const found = await parts.requestsOf(numbersIn(wanted));
      return json(
        c,
        found.map((request) => requestShape(parts, request, caller !== undefined)),
      );
    }
    const asked = readQuery((name) => c.req.queries(name)?.join(","), parts.clock());
    if ("wrong" in asked) return refused(c, 400, ...asked.wrong);
    const found = await parts.requests(asked.filter);
    return json(
      c,
      found.map((request) => requestShape(parts, request, caller !== undefined)),
    );
  });
  app.get("/requests/:file", async (c) => {
    const caller = await callerOf(c.req.query("api_key"));
    if (!mayCall(caller ?? "", parts.clock())) return tooOften(c);
    if (caller === null) return badKey(c);
    const id = nameIn(c.req.param("file"));
    if (id === undefined) return refused(c, 400, "only .json is served here");
    const [found] = await parts.requestsOf(numbersIn(id));
    return found === undefined
      ? refused(c, 404, "service_request_id was not found")
      : json(c, [requestShape(parts, found, caller !== undefined)]);
  });

  const tooLarge = bodyLimit({ maxSize: FORM, onError: (c) => refused(c, 400, "the form is too large") });
  app.post("/requests.json", tooLarge, async (c) => {
    const form: unknown = await c.req.parseBody().catch(() => undefined);
    if (form === undefined) return refused(c, 400, "send application/x-www-form-urlencoded");
    const caller = await callerOf(keyIn(form) ?? c.req.query("api_key"));
    if (!mayCall(caller ?? "", parts.clock())) return tooOften(c);
    if (caller === null || caller === undefined)
      return refused(c, 403, caller === null ? "Invalid api_key received" : "Missing api_key");
    const read = readSubmission(form, caller, isService);
    if ("wrong" in read) return refused(c, read.code, ...read.wrong);
    const { number, notice } = await parts.file(read.submission);
    return json(c, [{ service_request_id: String(number), service_notice: notice, account_id: null }]);
  });

  app.all("*", (c) => refused(c, 404, "there is no such resource; this endpoint speaks JSON (.json)"));
  app.onError((_error, c) => refused(c, 400, "the service failed; try again, or tell the community"));
  return app;
}

/** `路灯` of `路灯.json`; undefined for another format. */
function nameIn(file: string): string | undefined {
  return file.endsWith(ENDING) ? file.slice(0, -ENDING.length) : undefined;
}

function keyIn(form: unknown): string | undefined {
  const key = form !== null && typeof form === "object" && "api_key" in form ? form.api_key : undefined;
  return typeof key === "string" ? key : undefined;
}
