import type { Matter } from "../../tickets/register.ts";
import type { Topic } from "../affair.ts";
import type { Refused } from "../chamber.ts";

/** A point of an agenda with the words of the ticket it names. A dispute is never aired in a group, not even as a point of an agenda. */
export async function topicOf(matterOf: (number: number) => Promise<Matter | undefined>, topic: Topic): Promise<Topic | Refused> {
  if (topic.ticket === undefined) return topic;
  const matter = await matterOf(topic.ticket);
  if (matter === undefined) return { refused: "notFound", fill: { number: topic.ticket } };
  if (matter.ticket.kind === "dispute") return { refused: "meeting.dispute", fill: { ticket: topic.ticket } };
  return topic.text === "" ? { ...topic, text: matter.summary } : topic;
}

/** `#12 停车棚改造`: a point as it is written. */
export function writtenTopic(text: string): Topic {
  const ticket = /[#＃](\d+)/.exec(text)?.[1];
  return { text: text.replace(/[#＃]\d+\s*/, "").trim(), ...(ticket === undefined ? {} : { ticket: Number(ticket) }) };
}
