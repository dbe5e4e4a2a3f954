import type { Instant } from "../../shared/instant.ts";
import type { Beginning } from "../begin.ts";
import type { Chamber } from "../chamber.ts";

/** `会议 下周三晚7点 议事会 议题 停车棚改造、垃圾点搬迁`: a draft, or the one question that is open. */
export function beginMeeting(_on: Chamber, _text: string, _now: Instant): Beginning | undefined {
  return undefined;
}
