import type { ChatLine, SandboxDesk } from "./board/parts.ts";
import type { Sandbox } from "./channel/sandbox/sandbox.ts";
import type { House } from "./load-house.ts";
import type { Instant } from "./shared/instant.ts";

/** Neighbours a newcomer can speak as; anybody else may be typed in. */
const NEIGHBOURS = ["3-2-501 李女士", "5-1-302 王阿姨", "1-1-101 赵大爷", "2-3-602 陈先生"];
const KEPT = 500;
/** Pictures of the bot that the page can still show. */
const PICTURES = 30;

/** The sandbox's chats as the page shows them: what people said there and what the bot said. */
export function createSandboxDesk(
  sandbox: Sandbox,
  { desk }: House,
  clock: () => Instant,
  roleName: (role: string) => string,
): SandboxDesk {
  const { community } = desk;
  const chats = new Map<string, ChatLine[]>();
  const watchers = new Set<() => void>();
  const lines = (chat: string): ChatLine[] => chats.get(chat) ?? [];
  const put = (line: ChatLine): void => {
    chats.set(line.chat, [...lines(line.chat), line].slice(-KEPT));
    for (const watcher of watchers) watcher();
  };
  const pictures = new Map<string, Uint8Array>();
  const hang = ({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): void => {
    pictures.set(name, bytes);
    const [oldest] = pictures.keys();
    if (pictures.size > PICTURES && oldest !== undefined) pictures.delete(oldest);
  };
  sandbox.onSaid(({ id, at, room, contact, text, picture }) => {
    if (picture !== undefined) hang(picture);
    const shown = picture === undefined ? { text } : { text: "", photo: picture.name };
    put({ id, at, chat: room ?? `dm:${contact ?? ""}`, who: community.bot, isBot: true, ...shown });
  });
  const staff = community.people.map(({ alias, roles }) => ({ alias, role: roles.map(roleName).join("、") }));
  return {
    rooms: () =>
      community.rooms.map(({ topic, kind }) => ({
        topic,
        kind,
        members: sandbox.rooms().find((room) => room.topic === topic)?.members ?? [],
      })),
    people: () => [...staff, ...NEIGHBOURS.map((alias) => ({ alias, role: "居民" }))],
    lines,
    picture: (name) => pictures.get(name),
    speak: async ({ who, chat, text, quotes, photo }) => {
      const quoted = lines(chat).find(({ id }) => id === quotes);
      const said = quoted === undefined ? text : `「${quoted.who}：${quoted.text}」\n- - - - - - - - - - - - - - -\n${text}`;
      const place = chat.startsWith("dm:") ? {} : { room: chat };
      const mentions = text.includes(`@${community.bot}`) ? [community.bot] : [];
      const at = clock();
      if (text !== "") {
        const id = sandbox.stage.puppet.nextId();
        put({ id, at, chat, who, isBot: false, text: said });
        await sandbox.speak({ who, ...place, text: said, mentions, id });
      }
      if (photo !== undefined) {
        const id = sandbox.stage.puppet.nextId();
        put({ id, at, chat, who, isBot: false, text: "", photo: photo.name });
        await sandbox.speak({ who, ...place, image: photo, id });
      }
    },
    recall: async (id) => {
      for (const [chat, list] of chats)
        chats.set(
          chat,
          list.map((line) => (line.id === id ? { ...line, text: "", recalled: true } : line)),
        );
      for (const watcher of watchers) watcher();
      await sandbox.recall(id);
    },
    onChange: (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}
