import { contactOf } from "../../shared/community.ts";
import type { Desk } from "../desk.ts";
import { LEVELS } from "../ticket.ts";
import type { Context } from "./context.ts";
import { LOW } from "./deeds.ts";
import type { Guard } from "./flow.ts";

/** The place of whoever speaks, or what they smell there. */
const OWN =
  /[我咱俺]们?(?:家|这|屋|房|楼|单元|栋|户|厨房|阳台|窗)|(?:家|屋)里|[我咱俺]们?也?闻|\d\s*(?:号楼|栋|幢|座|单元|室|[-－—]\d)/;

/** `+1`, `我也看到了`, `是的`: nothing that staff do not know. */
const AGREES = /^(?:[+＋\d\s]|我们?也|也|一样|同样|是的?|对的?|嗯|看[到见]了?|闻到了?|听到了?|有的?|[啊呀哦的了，,。.！!~～])*$/u;

/** `找到了，在超市`; not `找到了一只鞋` of what is lost besides, nor `还没找到`. */
const BACK = /^(?![^，。]*(?:没|不|吗|[?？])).{0,6}(?:找[到着]了|接到了|回来了|到家了|回家了|平安)(?!一?[只件个双条])/u;

/** What flows may ask (`if:`), each of the facts and the order. */
export function guards({ community }: Desk): Record<Guard, ({ context }: { context: Context }) => boolean> {
  return {
    inGrid: ({ context }) => context.facts.level === LEVELS[0],
    inCommunity: ({ context }) => context.facts.level === LEVELS[1],
    danger: ({ context }) => context.facts.urgency === "danger",
    dangerInGrid: ({ context }) => context.facts.urgency === "danger" && context.facts.level === LEVELS[0],
    lowMark: ({ context }) => (context.command?.mark ?? LOW + 1) <= LOW,
    lowAgain: ({ context: { facts, command } }) => (command?.mark ?? LOW + 1) <= LOW && (facts.lowMarks ?? 0) > 0,
    namesUnit: ({ context }) => contactOf(community, context.command?.to ?? "") !== undefined,
    hasUnit: ({ context }) => context.facts.unit !== undefined,
    // Whoever coordinates after nobody answered, as opposed to whoever was asked first.
    byHandler: ({ context: { facts, command } }) => facts.handler === command?.by.name && facts.firstHandler !== facts.handler,
    byUnit: ({ context: { facts, command } }) => facts.unit !== undefined && command?.by.unit === facts.unit,
    byClaimant: ({ context: { facts, command } }) => facts.claimant !== undefined && command?.by.id === facts.claimant.id,
    foundByStaff: ({ context: { facts } }) => facts.reporters[0]?.id.startsWith("staff:") === true,
    raisedByResident: ({ context: { facts } }) => facts.reporters[0]?.id.startsWith("staff:") !== true,
    inPrivate: ({ context: { facts } }) => facts.room === undefined && facts.reporters[0]?.id.startsWith("staff:") !== true,
    hasText: ({ context }) => (context.command?.text ?? "") !== "",
    hasConsent: ({ context }) => context.facts.consented === true,
    // What a mediator found at the follow-up visit (D7).
    saysBroken: ({ context }) =>
      /[没未不](?:有|曾)?(?:能|肯|愿意?|按)?(?:履行|兑现|做到|照办|遵守)|反悔|翻脸|又吵|又闹/.test(context.command?.text ?? ""),
    // All levels of the ladder have had their time.
    isOver: ({ context: { now, facts } }) => now >= (facts.dues["total"] ?? Number.POSITIVE_INFINITY),
    // A neighbour who has it at home too, as opposed to `+1`.
    tellsOfOwn: ({ context }) => OWN.test(context.command?.text ?? ""),
    tellsMore: ({ context }) => !AGREES.test(context.command?.text ?? ""),
    // Whoever looked for somebody has them back: nobody is called any more (D4).
    foundAgain: ({ context: { facts, command } }) => facts.category === "寻人" && BACK.test(command?.text ?? ""),
    wasReturned: ({ context }) => (context.facts.returned ?? 0) > 0,
  };
}
