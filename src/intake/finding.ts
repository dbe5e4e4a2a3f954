/** How patrols and workers begin what they found on their round (A2). */
const FOUND =
  /^(?:今天|今早|刚才|刚刚|上午|下午|早上|晚上|我)?(?:在)?(?:巡查|巡逻|排查|巡楼|走访|入户|检查)(?:时|中|到|发现|报告|上报|情况)?[:：，,、 \s]?/;
/** Nothing was found. */
const ALL_WELL = /(?:一切|都|均)?(?:正常|良好)|未发现|没发现|没有?(?:问题|异常|隐患)|平安/;
/** It has been put right already. */
const PUT_RIGHT =
  /当场|现场(?:就|已)?[^，。；]{0,6}(?:处理|解决|清理|清走|劝|制止|调解|整改)|已(?:经)?(?:劝|清理|清走|处理|制止|劝离|劝导|移走|解决|整改)/;

/** Whether a member of staff tells of something found on a round; what was all right is no matter. */
export function isFinding(text: string): boolean {
  return FOUND.test(text) && !ALL_WELL.test(text);
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
