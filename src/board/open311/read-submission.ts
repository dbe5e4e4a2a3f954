import { z } from "zod";
import type { Submission } from "./open311.ts";
import { LONGEST, plain } from "./shapes.ts";

/** Fields of the form; those that tell who somebody is (email, phone, names, device) are not even read. */
const Form = z.object({
  service_code: z.string().trim().default(""),
  address_string: z.string().trim().default(""),
  description: z.string().trim().default(""),
});

export type Read = { readonly submission: Submission } | { readonly code: 400 | 404; readonly wrong: readonly string[] };

const ADDRESS = 200;

/** A form as something to file; tells everything that is wrong with it. */
export function readSubmission(form: unknown, client: string, isService: (code: string) => boolean): Read {
  const read = Form.safeParse(form);
  if (!read.success) return { code: 400, wrong: ["every field may be sent once, as text"] };
  const { service_code: service, address_string: address, description } = read.data;
  const wrong = [
    ...(service === "" ? ["service_code was not provided"] : []),
    ...(address === "" ? ["address_string was not provided; lat and long or address_id are not enough here"] : []),
    ...(address.length > ADDRESS ? [`address_string is longer than ${ADDRESS} characters`] : []),
    ...(description === "" ? ["description was not provided"] : []),
    ...(description.length > LONGEST ? [`description is longer than ${LONGEST} characters`] : []),
  ];
  if (wrong.length > 0) return { code: 400, wrong };
  if (!isService(service)) return { code: 404, wrong: ["service_code was not found"] };
  const words = plain(description).trim();
  if (words === "") return { code: 400, wrong: ["description has no words"] };
  return { submission: { client, service, address: plain(address), description: words } };
}
