import { expect } from "vitest";

/** A client written from the published GeoReport v2 (http://wiki.open311.org/GeoReport_v2) and its service discovery, and from nothing of ours. */
export type GeoReportClient = {
  readonly get: (path: string, query?: Readonly<Record<string, string>>) => Promise<Answer>;
  readonly post: (form: Readonly<Record<string, string>>) => Promise<Answer>;
};
export type Answer = { readonly status: number; readonly body: unknown };
type Fields = Readonly<Record<string, unknown>>;

/** Talks to an endpoint through whatever carries its calls. */
export function geoReportClient(carry: (request: Request) => Response | Promise<Response>, endpoint: string): GeoReportClient {
  const call = async (request: Request): Promise<Answer> => {
    const response = await carry(request);
    // "JSON: Content-Type: application/json; charset=utf-8"
    expect(response.headers.get("content-type")?.toLowerCase()).toBe("application/json; charset=utf-8");
    return {
      status: response.status,
      body: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(await response.arrayBuffer())),
    };
  };
  return {
    get: (path, query = {}) => call(new Request(`${endpoint}/${path}?${new URLSearchParams(query)}`)),
    post: (form) => {
      const headers = { "Content-Type": "application/x-www-form-urlencoded; charset=utf-8" };
      return call(
        new Request(`${endpoint}/requests.json`, { method: "POST", headers, body: new URLSearchParams(form).toString() }),
      );
    },
  };
}

/** "formatted in a common subset of ISO 8601 as per the w3 note. Timezone information must be included." */
const W3C = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;
const TEXT = (value: unknown): boolean => typeof value === "string";
const TEXT_OR_NULL = (value: unknown): boolean => value === null || TEXT(value);
const NUMBER_OR_NULL = (value: unknown): boolean => value === null || typeof value === "number";
const TIME = (value: unknown): boolean => typeof value === "string" && W3C.test(value) && !Number.isNaN(Date.parse(value));
const TIME_OR_NULL = (value: unknown): boolean => value === null || TIME(value);
const ONE_OF =
  (...words: readonly unknown[]) =>
  (value: unknown): boolean =>
    words.includes(value);

const REQUEST = {
  service_request_id: TEXT,
  status: ONE_OF("open", "closed"),
  status_notes: TEXT_OR_NULL,
  service_name: TEXT,
  service_code: TEXT,
  description: TEXT_OR_NULL,
  agency_responsible: TEXT_OR_NULL,
  service_notice: TEXT_OR_NULL,
  requested_datetime: TIME,
  updated_datetime: TIME,
  expected_datetime: TIME_OR_NULL,
  address: TEXT_OR_NULL,
  address_id: TEXT_OR_NULL,
  zipcode: TEXT_OR_NULL,
  lat: NUMBER_OR_NULL,
  long: NUMBER_OR_NULL,
  media_url: TEXT_OR_NULL,
};
const SERVICE = {
  service_code: TEXT,
  service_name: TEXT,
  description: TEXT,
  metadata: ONE_OF(true, false),
  type: ONE_OF("realtime", "batch", "blackbox"),
  keywords: TEXT,
  group: TEXT,
};

/** Exactly the published fields, each of its published type. */
function published(body: unknown, fields: Readonly<Record<string, (value: unknown) => boolean>>): readonly Fields[] {
  expect(Array.isArray(body)).toBe(true);
  for (const one of body as readonly Fields[]) {
    expect(Object.keys(one).sort()).toEqual(Object.keys(fields).sort());
    for (const [name, isRight] of Object.entries(fields))
      expect(isRight(one[name]), `${name}: ${JSON.stringify(one[name])}`).toBe(true);
  }
  return body as readonly Fields[];
}

export const requestsIn = ({ status, body }: Answer): readonly Fields[] => {
  expect(status).toBe(200);
  return published(body, REQUEST);
};
export const servicesIn = ({ status, body }: Answer): readonly Fields[] => {
  expect(status).toBe(200);
  return published(body, SERVICE);
};

/** "errors: code, description … Multiple errors codes and descriptions can be returned in the body (the response is an array)." */
export function errorsIn({ body }: Answer): string {
  const errors = body as readonly { readonly code: unknown; readonly description: unknown }[];
  expect(errors.length).toBeGreaterThan(0);
  for (const error of errors) {
    expect(Object.keys(error).sort()).toEqual(["code", "description"]);
    expect(typeof error.code).toBe("number");
    expect(typeof error.description).toBe("string");
  }
  return errors.map(({ description }) => description).join("; ");
}
