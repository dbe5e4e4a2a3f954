import { z } from "zod";
import type { AffairKind } from "../../council/affair.ts";
import type { Told } from "../halls/forms.ts";
import type { BoardParts } from "../parts.ts";
import { fieldsOf } from "../shell/form.ts";
import type { RefusalName } from "../shell/refuse.ts";
import { type BoardContext, visitorOf } from "../shell/visitor.ts";
import { formsFor } from "./order-forms.ts";

const Ordered = z.object({
  verb: z.string().max(20),
  text: z.string().trim().max(500).default(""),
  once: z.string().regex(/^[A-Za-z0-9_-]{20,60}$/),
});

/** Takes a form's order about an affair: only those that this person's page offers. Gives what to tell them, or why nothing is shown. */
export async function takeOrder(
  c: BoardContext,
  { halls: { council }, clock }: Pick<BoardParts, "halls" | "clock">,
  kind: AffairKind,
  number: number,
): Promise<Told | RefusalName> {
  const read = Ordered.safeParse(await fieldsOf(c));
  if (!read.success) return "unreadable";
  const { verb, text, once } = read.data;
  const { actor } = visitorOf(c);
  const affair = await council.affair(kind, number);
  if (affair === undefined) return "notFound";
  const form = formsFor(actor, affair, clock()).find((one) => one.verb === verb);
  if (form === undefined) return { text: "现在不能这样做，可能别人已经处理过了。", isBad: true };
  if (form.asks !== undefined && form.asks.isOptional !== true && text === "")
    return { text: `请写上：${form.asks.label}`, isBad: true };
  const words = form.asks === undefined ? form.word : `${form.word} ${text}`.trim();
  return (await council.order({ by: actor, kind, number, verb, words, once })) ?? "notFound";
}
