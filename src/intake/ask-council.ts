import type { Room } from "../shared/community.ts";
import type { Instant } from "../shared/instant.ts";
import type { Address } from "../tickets/saying/sentence.ts";
import type { Actor } from "../tickets/ticket.ts";
import { answerTo, type Heard } from "./heard.ts";

/** The port to notices, meetings and votes: whether a line is about one of them, and then it is dealt with and settled. */
export type CouncilEar = (
  said: {
    readonly text: string;
    readonly quoted?: string;
    readonly addressed: boolean;
    readonly actor: Actor;
    readonly room?: Room;
    readonly to: Address;
    readonly row: number;
    readonly isChain: boolean;
  },
  now: Instant,
) => Promise<boolean>;

/** Asks the council whether a line is for it. */
export function askCouncil(council: CouncilEar, heard: Heard, now: Instant): Promise<boolean> {
  const { line, actor, room, spoken } = heard;
  const { kind, text } = line.message;
  if (kind !== "text" && kind !== "groupNote") return Promise.resolve(false);
  const isChain = kind === "groupNote";
  return council(
    {
      text: isChain ? text : spoken.text,
      ...(spoken.quoted === undefined ? {} : { quoted: spoken.quoted }),
      addressed: spoken.addressed,
      actor,
      ...(room === undefined ? {} : { room }),
      to: answerTo(heard),
      row: line.row,
      isChain,
    },
    now,
  );
}
