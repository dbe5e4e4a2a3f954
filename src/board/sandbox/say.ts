import { z } from "zod";
import type { SandboxDesk, Utterance } from "../parts.ts";
import type { Photos } from "./photos.ts";

/** A refusal is one line for the person at the page. */
export type Read<T> = { readonly refused: string } | { readonly order: T };

export const PHOTO_LIMIT = 5 * 1024 * 1024;

/** WeChat's own names have neither; `：」` would also break a quote (CHANNEL: Quotes). */
const Alias = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\p{C}：:「」@#]+$/u);

/** Longer is no neighbour's name, and would burst the page. */
const LONGEST_NAME = 20;

const Said = z.object({
  who: Alias,
  chat: z.string().min(1).max(120),
  text: z.string().trim().max(2_000),
  quotes: z.string().min(1).max(200).optional(),
  photo: z.object({ base64: z.string().max((PHOTO_LIMIT * 4) / 3 + 4) }).optional(),
});

const MovedIn = z.object({ who: Alias });

const Recall = z.object({ who: Alias, id: z.string().min(1).max(200) });

const WHY: Readonly<Record<string, string>> = {
  who: `请先写清楚以谁的身份说话，例如 5-1-302 王阿姨（最多 ${LONGEST_NAME} 字，不带冒号、@、#）。`,
  chat: "请先选一个群。",
  text: "一句话最多 2000 字，请分几次说。",
  quotes: "引用的那句话不在这个群里。",
  photo: "照片太大了，请选 5 MB 以内的。",
};
const UNREAD = "没看懂这次发送，请刷新页面再试。";

/** Reads what somebody says on the page, and whether that person may say it there. */
export function readSaid(body: unknown, desk: SandboxDesk, bot: string, photos: Photos): Read<Utterance> {
  const read = Said.safeParse(body);
  if (!read.success) return { refused: why(read.error) };

  const { who, chat, text, quotes } = read.data;
  const refused = nameRefusal(desk, bot, who) ?? placeRefusal(desk, bot, who, chat);
  if (refused !== undefined) return { refused };
  if (quotes !== undefined && !desk.lines(chat).some(({ id, recalled }) => id === quotes && recalled !== true))
    return { refused: WHY["quotes"] ?? UNREAD };
  if (text === "" && read.data.photo === undefined) return { refused: "请先写点什么，或选一张照片。" };

  const order = { who, chat, text, ...(quotes === undefined ? {} : { quotes }) };
  if (read.data.photo === undefined) return { order };
  const bytes = Buffer.from(read.data.photo.base64, "base64");
  if (bytes.length > PHOTO_LIMIT) return { refused: WHY["photo"] ?? UNREAD };
  const photo = photos.keep(bytes);
  return photo === undefined ? { refused: "这不是照片，请选 JPG、PNG、GIF 或 WebP。" } : { order: { ...order, photo } };
}

/** Reads as whom somebody new wants to speak. */
export function readMovedIn(body: unknown, desk: SandboxDesk, bot: string): Read<string> {
  const read = MovedIn.safeParse(body);
  if (!read.success) return { refused: why(read.error) };

  const { who } = read.data;
  const refused = nameRefusal(desk, bot, who);
  return refused === undefined ? { order: who } : { refused };
}

/** Reads which line somebody takes back; only their own. */
export function readRecall(body: unknown, desk: SandboxDesk, newcomers: ReadonlySet<string>): Read<string> {
  const read = Recall.safeParse(body);
  if (!read.success) return { refused: why(read.error) };

  const { who, id } = read.data;
  const chats = [
    ...desk.rooms().map(({ topic }) => topic),
    ...[...desk.people().map(({ alias }) => alias), ...newcomers, who].map((alias) => `dm:${alias}`),
  ];
  const line = chats.flatMap((chat) => desk.lines(chat)).find((one) => one.id === id);
  if (line === undefined) return { refused: "没找到这句话，可能太久了。" };
  if (line.isBot || line.who !== who) return { refused: "只能撤回自己说的话。" };
  return line.recalled === true ? { refused: "这句话已经撤回了。" } : { order: id };
}

function why({ issues: [issue] }: z.ZodError): string {
  return WHY[String(issue?.path[0] ?? "")] ?? UNREAD;
}

/** Whoever the community knows has the name it gave them. */
function nameRefusal(desk: SandboxDesk, bot: string, who: string): string | undefined {
  if (who.replace(/\s/g, "") === bot) return `${bot}自己会说话，请换一个身份。`;
  if (desk.people().some(({ alias }) => alias === who) || [...who].length <= LONGEST_NAME) return undefined;
  return `名字太长了，请写 ${LONGEST_NAME} 字以内，例如 5-1-302 王阿姨。`;
}

function placeRefusal(desk: SandboxDesk, bot: string, who: string, chat: string): string | undefined {
  if (chat.startsWith("dm:")) return chat === `dm:${who}` ? undefined : `私聊只能是本人和${bot}。`;

  const room = desk.rooms().find(({ topic }) => topic === chat);
  if (room === undefined) return "没有这个群。";
  const person = desk.people().find(({ alias }) => alias === who);
  const isResident = person === undefined || person.role === "居民";
  return room.kind === "staff" && isResident ? "工作群里只有工作人员能说话，请换一个身份。" : undefined;
}
