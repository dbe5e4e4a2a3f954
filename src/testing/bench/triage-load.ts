import { fromRoot } from "../../load-house.ts";
import { loadOffline, loadTriageData } from "../../load-triage.ts";
import { LABELLED } from "../../training/measure.ts";
import { readUtterances } from "../../training/utterances.ts";
import { house } from "../house.ts";

/** Chat to matters as a group says them in a day: one in thirty. */
const CHAT_EACH = 29;
const MESSAGES = 100_000;

/** How long the offline classifier takes to be ready, in milliseconds, and how many messages of a day it reads in a second on this thread. */
export async function triageSpeed(): Promise<{
  readonly readyAfter: number;
  readonly perSecond: number;
  readonly mattersPerSecond: number;
}> {
  const began = performance.now();
  const triage = loadOffline(house.desk.community);
  const readyAfter = Math.round(performance.now() - began);
  const rows = readUtterances(
    fromRoot(LABELLED),
    loadTriageData().categories.map(({ id }) => id),
  );
  const chat = rows.filter(({ group }) => group === "chat").map(({ text }) => text);
  const matters = rows.filter(({ kinds }) => kinds[0] !== "none").map(({ text }) => text);

  const pour = async (textAt: (index: number) => string | undefined): Promise<number> => {
    const from = performance.now();
    for (let index = 0; index < MESSAGES; index++) {
      await triage.read({ text: textAt(index) ?? "", alias: "3-2-501 李女士", photos: 0, recent: [], open: [] });
    }
    return Math.round((MESSAGES / (performance.now() - from)) * 1_000);
  };
  const matterAt = (index: number) => matters[index % matters.length];
  const perSecond = await pour((index) => (index % (CHAT_EACH + 1) === 0 ? matterAt(index) : chat[index % chat.length]));
  return { readyAfter, perSecond, mattersPerSecond: await pour(matterAt) };
}
