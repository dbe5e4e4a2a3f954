import { basename } from "node:path";
import type { Message as WechatyMessage } from "wechaty";
import { types } from "wechaty-puppet";
import type { Message, MessageKind } from "../../intake/message.ts";
import type { Instant } from "../../shared/instant.ts";
import { mentionsBot } from "./mentions.ts";
import { placeText } from "./read-place.ts";
import type { Reading } from "./reading.ts";

const KINDS: Readonly<Record<number, MessageKind>> = {
  [types.Message.Text]: "text",
  [types.Message.Image]: "image",
  [types.Message.Attachment]: "file",
  [types.Message.Audio]: "audio",
  [types.Message.Video]: "video",
  [types.Message.Location]: "location",
  [types.Message.GroupNote]: "groupNote",
  [types.Message.Url]: "link",
  [types.Message.Recalled]: "recall",
};

const ENDINGS: Partial<Record<MessageKind, string>> = { image: ".jpg", audio: ".sil", video: ".mp4", file: "" };

/** A 接龙 also comes as plain text that starts so (CHANNEL). */
const GROUP_NOTE = /^\s*#\s?(接龙|Group Note)/i;

/**
 * Our message from Wechaty's, which is ready. Answers at once, without a promise, where nothing has to be asked for: a plain
 * line by
 * someone whose name in the room is known. Rejects where Wechaty cannot tell the speaker.
 */
export function readMessage(message: WechatyMessage, reading: Reading): Message | Promise<Message> {
  const { payload } = message;
  if (payload === undefined) throw new Error("the message is not ready");

  const speaker = message.talker();
  const room = message.room();
  const kind = kindOf(message);
  const alias = room === undefined ? speaker.name() : reading.aliases.known(room, speaker);
  const text = textOf(message, kind, reading);
  const mention = mentionsBot(message, reading);

  function assemble(knownAlias: string, knownText: string, isMentioned: boolean): Message {
    return {
      id: message.id,
      sentAt: instantOf(payload?.timestamp, reading.clock),
      ...(room === undefined ? {} : { room: { id: room.id, topic: room.payload?.topic ?? "" } }),
      speaker: {
        id: speaker.id,
        alias: knownAlias,
        name: speaker.name(),
        friend: room === undefined || speaker.friend() === true,
      },
      kind,
      text: knownText,
      mentionsBot: isMentioned,
      ...(ENDINGS[kind] === undefined ? {} : { attachment: { name: fileName(message, ENDINGS[kind]) } }),
      ...(kind === "recall" ? { recalls: message.text() } : {}),
    };
  }

  if (alias !== undefined && typeof text === "string" && typeof mention === "boolean") return assemble(alias, text, mention);
  const asked =
    alias ??
    (room === undefined ? speaker.name() : reading.bounded(reading.aliases.ask(room, speaker)).catch(() => speaker.name()));
  return Promise.all([asked, text, mention]).then((known) => assemble(...known));
}

function kindOf(message: WechatyMessage): MessageKind {
  const kind = KINDS[message.type()] ?? "other";
  return kind === "text" && GROUP_NOTE.test(message.text()) ? "groupNote" : kind;
}

function textOf(message: WechatyMessage, kind: MessageKind, { bounded }: Reading): string | Promise<string> {
  switch (kind) {
    case "text":
      return message.text();
    case "groupNote":
    case "other":
    case "join":
      return withoutXml(message.text());
    case "location":
      // Not `toLocation()`: it makes a Location without a Wechaty, which throws (wechaty 1.20.2).
      return bounded(message.wechaty.puppet.messageLocation(message.id)).then(
        (location) => placeText(location) || withoutXml(message.text()),
        () => withoutXml(message.text()),
      );
    case "link":
      return bounded(message.toUrlLink()).then(
        (link) => link.title(),
        () => withoutXml(message.text()),
      );
    case "image":
    case "file":
    case "audio":
    case "video":
    case "recall":
      return "";
  }
}

/** Some puppets hand out WeChat's own XML instead of the words; its title is all that a person saw. */
function withoutXml(text: string): string {
  if (!text.trimStart().startsWith("<")) return text;
  return /<title>(?:<!\[CDATA\[)?([^<\]]*)/.exec(text)?.[1] ?? "";
}

function fileName(message: WechatyMessage, ending: string): string {
  const told = message.payload?.filename || (message.type() === types.Message.Attachment ? withoutXml(message.text()) : "");
  return basename(told) || `${message.id}${ending}`;
}

/** Payloads tell seconds or milliseconds, depending on the puppet; some tell nothing. */
export function instantOf(timestamp: number | undefined, clock: () => Instant): Instant {
  if (timestamp === undefined || !Number.isFinite(timestamp) || timestamp <= 0) return clock();
  return Math.round(timestamp < 100_000_000_000 ? timestamp * 1_000 : timestamp);
}
