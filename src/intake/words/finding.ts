import type { Reading } from "../../tickets/reading.ts";
import { itemsOf } from "./items.ts";

/** How patrols and workers begin what they found on their round (A2). */
const FOUND =
  /^(?:(?:已巡|(?:都)?巡[查逻视]?[完过好]了?)[，,。；; ]+|(?:今天|今早|刚才|刚刚|上午|下午|早上|晚上|我)?(?:在)?(?:巡查|巡逻|排查|巡楼|走访|入户|检查)(?:(?:时|中|到|发现|报告|上报)[:：，,、 \s]?|[:：，, ]|(?=\d{1,2}(?:号|栋|楼)|[一二三四五六七八九十]{1,2}号楼|.{0,8}(?:小区|楼|院))))/;
/** Nothing was found. */
const ALL_WELL = /(?:一切|都|均)?(?:正常|良好)|未发现|没发现|没有?(?:问题|异常|隐患)|平安/;
/** It has been put right already. */
const PUT_RIGHT =
  /当场|现场(?:就|已)?[^，。；]{0,6}(?:处理|解决|清理|清走|劝|制止|调解|整改)|已(?:经)?(?:劝|清理|清走|处理|制止|劝离|劝导|移走|解决|整改)/;

const QUARREL = /争(?:吵|执|了|起)|吵(?:架|起|得|闹|了)|闹(?:矛盾|得|起|了)|矛盾|纠纷|打(?:架|起|了)|动手|厮打|推搡|骂/;
const FIGHT = /打(?:架|起来|了起来|人)|动(?:起|了)?手|厮打|持刀|拿刀|见血/;

/** What staff found is a matter, whatever it sounds like, and what two people quarrel over is a dispute, at once where they fight. */
export function asFound(reading: Reading, text: string): Reading {
  if (!isFinding(text)) return reading;
  if (QUARREL.test(text)) {
    const urgency = FIGHT.test(text) && onSpot(text) === undefined ? "danger" : "ordinary";
    return { ...reading, ...named(reading, text), kind: "dispute", category: "邻里", urgency, sure: true };
  }
  return reading.kind === "none"
    ? { ...reading, ...named(reading, text), kind: "demand", sure: true }
    : { ...reading, sure: true };
}

/** Idle words have no summary yet. */
function named({ summary }: Reading, text: string): Pick<Reading, "summary"> {
  return {
    summary:
      summary === ""
        ? text
            .replace(FOUND, "")
            .replace(/\d{5,}/g, "")
            .slice(0, 30)
        : summary,
  };
}

/** Whether a member of staff tells of something found on a round; what was all right is no matter. */
export function isFinding(text: string): boolean {
  return FOUND.test(text) && itemsOf(text).some((item) => !ALL_WELL.test(item.text));
}

/** How what a member of staff found on a round is to be read, part by part; undefined: they tell of no round. */
export function findingOf(text: string): ((reading: Reading, part: string) => Reading) | undefined {
  return FOUND.test(text) ? (reading, part) => asFound(reading, `巡查：${part}`) : undefined;
}

/** How a find was put right on the spot, in its finder's words; undefined: it still has to be. */
export function onSpot(text: string): string | undefined {
  const parts = text.split(/[，,。；;\n]/).map((part) => part.trim());
  const done = parts.findIndex((part) => PUT_RIGHT.test(part));
  return done === -1
    ? undefined
    : parts
        .slice(done)
        .filter((part) => part !== "")
        .join("，")
        .slice(0, 120);
}
