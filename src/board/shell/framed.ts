import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { BoardParts } from "../parts.ts";
import { type Html, page } from "./layout.ts";
import { type BoardContext, visitorOf } from "./visitor.ts";

/** Answers with a page of the board for whoever is signed in. */
export function framed(
  c: BoardContext,
  { community, bot, sandbox }: BoardParts,
  shown: { readonly title: string; readonly here: string; readonly main: Html },
  status: ContentfulStatusCode = 200,
): Response | Promise<Response> {
  return c.html(page({ community, bot, isSandbox: sandbox !== undefined, session: visitorOf(c), ...shown }), status);
}
