import type { App } from "./app.ts";
import type { ChatLine, SandboxDesk } from "./board/parts.ts";
import type { Sandbox } from "./channel/sandbox/sandbox.ts";
import type { Memory } from "./intake/reports/readers.ts";
import type { House } from "./load-house.ts";
import { passTime } from "./pass-time.ts";
import { createAhead } from "./sandbox-ahead.ts";
import { keepTravel, type SandboxClock } from "./sandbox-rules.ts";
import { sayClock, sayDay } from "./schedule/say-day.ts";
import { SECOND } from "./shared/instant.ts";
import { nextWaking } from "./shared/work-calendar.ts";
import type { Database } from "./store/database/open.ts";

/** Neighbours a newcomer can speak as; anybody else may be typed in. */
const NEIGHBOURS = ["3-2-501 李女士", "5-1-302 王阿姨", "1-1-101 赵大爷", "2-3-602 陈先生"];
const KEPT = 500;
/** Pictures of the bot that the page can still show. */
const PICTURES = 30;

/** One request lives through so many moments at which something is due, and takes hardly longer than this: nobody waits before a page that stands still. */
const MOST_STEPS = 80;
const PATIENCE = 1.5 * SECOND;

export type SandboxNeeds = {
  readonly sandbox: Sandbox;
  readonly house: House;
  readonly database: Database;
  readonly memory: Pick<Memory, "set">;
  readonly app: App;
  readonly clock: SandboxClock;
  readonly roleName: (role: string) => string;
};

/** The sandbox's chats as the page shows them: what people said there and what the bot said; its clock, and what lies ahead. */
export function createSandboxDesk({ sandbox, house, database, memory, app, clock, roleName }: SandboxNeeds): SandboxDesk {
  const { community, calendar } = house.desk;
  const chats = new Map<string, ChatLine[]>();
  const watchers = new Set<() => void>();
  const lines = (chat: string): ChatLine[] => chats.get(chat) ?? [];
  const tell = (): void => {
    for (const watcher of watchers) watcher();
  };
  const put = (line: ChatLine): void => {
    chats.set(line.chat, [...lines(line.chat), line].slice(-KEPT));
    tell();
  };
  const readAhead = createAhead(house, database);
  const inTurn = createTurns();
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
    speak: (line) => inTurn(() => speak(line)),
    recall: (id) => inTurn(() => recall(id)),
    time: () => {
      const now = clock.now();
      const wakes = nextWaking(calendar, now);
      return {
        now,
        text: `${sayDay(calendar.zone.day(now))} ${sayClock(calendar.zone.local(now))}`,
        ...(wakes === now ? {} : { wakes, wakesText: sayClock(calendar.zone.local(wakes)) }),
      };
    },
    travel: (until) =>
      inTurn(async () => {
        const end = Date.now() + PATIENCE;
        const isThere = await passTime(app, clock, until, (steps) => steps < MOST_STEPS && Date.now() < end);
        await keepTravel(clock, memory);
        tell();
        return isThere;
      }),
    ahead: () => readAhead(clock.now()),
    onChange: (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };

  async function speak({ who, chat, text, quotes, photo }: Parameters<SandboxDesk["speak"]>[0]): Promise<void> {
    const quoted = lines(chat).find(({ id }) => id === quotes);
    const said = quoted === undefined ? text : `「${quoted.who}：${ownWords(quoted)}」\n- - - - - - - - - - - - - - -\n${text}`;
    const place = chat.startsWith("dm:") ? {} : { room: chat };
    const mentions = text.includes(`@${community.bot}`) ? [community.bot] : [];
    const at = clock.now();
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
  }

  async function recall(id: string): Promise<void> {
    for (const [chat, list] of chats)
      chats.set(
        chat,
        list.map((line) => (line.id === id ? { ...line, text: "", recalled: true } : line)),
      );
    tell();
    await sandbox.recall(id);
  }
}

/** As WeChat quotes: the line's own words without what it quoted itself, or that it is a picture. */
function ownWords({ text, photo }: ChatLine): string {
  const own = text.split(/\n(?:- ){5,}-\n/).at(-1) ?? "";
  return own === "" && photo !== undefined ? "[图片]" : own;
}

/** One thing after another: whoever speaks while time passes is heard when it has stopped, and loses nothing. */
function createTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let before: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = before.then(work, work);
    before = mine.catch(() => undefined);
    return mine;
  };
}
