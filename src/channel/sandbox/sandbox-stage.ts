import { createHash } from "node:crypto";
import { types } from "wechaty-puppet";
import type { MessageKind } from "../../intake/message.ts";
import { ChannelError } from "../../shared/errors.ts";
import type { Instant } from "../../shared/instant.ts";
import type { MockContact, MockRoom } from "./mock-pool.ts";
import { SandboxPuppet, type Utterance } from "./sandbox-puppet.ts";

/**
 * What a person does in the sandbox. A place's text is its name and, on a second line, its address; a link's is its title and its
 * address.
 */
export type Line = {
  /** The person's alias; somebody new is let in without a word. */
  readonly who: string;
  /** The room's topic; without it the line goes to the bot in private. */
  readonly room?: string;
  readonly text?: string;
  readonly image?: { readonly name: string; readonly bytes: Uint8Array };
  readonly file?: { readonly name: string; readonly bytes: Uint8Array };
  readonly kind?: Exclude<MessageKind, "recall" | "join">;
  /** Aliases of those mentioned; the bot's name for the bot. */
  readonly mentions?: readonly string[];
  /** The message's id, used as it is. */
  readonly id?: string;
  /** Now, by default. */
  readonly sentAt?: Instant;
};

/** A sentence of the bot. `room` is a topic, `contact` an alias. */
export type Said = {
  readonly id: string;
  readonly at: Instant;
  readonly room?: string;
  readonly contact?: string;
  readonly text: string;
  /** What was shown; `text` then only names it. */
  readonly picture?: { readonly name: string; readonly bytes: Uint8Array };
};

export type Stage = {
  readonly puppet: SandboxPuppet;
  /** The person of that alias, made at the first call; the id follows from the alias. */
  person(alias: string): MockContact;
  room(topic: string): MockRoom;
  /** Lets a person in and tells the bot so. Gives the time of it. */
  join(alias: string, topic: string): Instant;
  /** Says a line; gives its message id at once. */
  speak(line: Line): string;
  deliverAgain(id: string): void;
  /** Takes a message back; gives the id of the recall. */
  recall(id: string): string;
  onSaid(listener: (said: Said) => void): void;
  rooms(): readonly { readonly topic: string; readonly members: readonly string[] }[];
};

export type StageOptions = {
  readonly bot: string;
  readonly rooms: readonly string[];
  readonly clock: () => Instant;
  /** Those who have not added the bot as a friend. */
  readonly strangers?: readonly string[];
};

const TYPES: Readonly<Record<Exclude<MessageKind, "recall" | "join">, types.Message>> = {
  text: types.Message.Text,
  image: types.Message.Image,
  file: types.Message.Attachment,
  audio: types.Message.Audio,
  video: types.Message.Video,
  location: types.Message.Location,
  groupNote: types.Message.GroupNote,
  link: types.Message.Url,
  other: types.Message.Emoticon,
};

/**
 * A made-up WeChat on the mock puppet, without a bot. Ids follow from names, so that a restarted stage is the same one; message
 * ids never repeat while the clock moves on.
 */
export function createStage({ bot, rooms, clock, strangers = [] }: StageOptions): Stage {
  const run = clock().toString(36);
  let count = 0;
  const nextId = () => `s${run}-${++count}`;
  const people = new Map<string, MockContact>();
  const places = new Map<string, MockRoom>();
  const names = new Map<string, string>();
  const listeners: ((said: Said) => void)[] = [];
  const puppet = new SandboxPuppet(idOf("wxid", bot), clock, nextId, told);
  const { mocker } = puppet;

  function told({ id, at, to, text, picture }: Utterance): void {
    const name = names.get(to) ?? to;
    const where = to.includes("@") ? { room: name } : { contact: name };
    const said: Said = { id, at, text, ...where, ...(picture === undefined ? {} : { picture }) };
    for (const listener of listeners) listener(said);
  }

  function person(alias: string): MockContact {
    const known = people.get(alias);
    if (known !== undefined) return known;
    const contact = mocker.createContact({ id: idOf("wxid", alias), name: alias, alias: "", friend: !strangers.includes(alias) });
    people.set(alias, contact);
    names.set(contact.id, alias);
    return contact;
  }

  function room(topic: string): MockRoom {
    const known = places.get(topic);
    if (known === undefined) throw new ChannelError(`the sandbox has no room ${topic}; it has ${[...places.keys()].join(", ")}`);
    return known;
  }

  function letIn(alias: string, place: MockRoom): MockContact {
    const contact = person(alias);
    if (place.payload.memberIdList.includes(contact.id)) return contact;
    place.payload.memberIdList.push(contact.id);
    puppet.nameInRoom(place.id, contact.id, alias);
    return contact;
  }

  function found(topic: string): void {
    const id = `${idOf("room", topic)}@chatroom`;
    places.set(topic, mocker.createRoom({ id, topic, memberIdList: [puppet.botId], adminIdList: [], ownerId: puppet.botId }));
    names.set(id, topic);
  }

  person(bot);
  for (const topic of rooms) found(topic);

  return {
    puppet,
    person,
    room,
    join(alias, topic) {
      const place = room(topic);
      const contact = letIn(alias, place);
      const timestamp = clock();
      puppet.emit("room-join", { inviteeIdList: [contact.id], inviterId: puppet.botId, roomId: place.id, timestamp });
      return timestamp;
    },
    speak(line) {
      const place = line.room === undefined ? undefined : room(line.room);
      const talker = place === undefined ? person(line.who) : letIn(line.who, place);
      // Only a friend can write alone.
      if (place === undefined) talker.payload.friend = true;
      const talkerId = talker.id;
      const file = line.image ?? line.file;
      const kind = line.kind ?? (line.image !== undefined ? "image" : line.file !== undefined ? "file" : "text");
      const payload = {
        id: line.id ?? nextId(),
        talkerId,
        text: line.text ?? "",
        timestamp: line.sentAt ?? clock(),
        type: TYPES[kind],
        mentionIdList: (line.mentions ?? []).map((alias) => person(alias).id),
        ...(file === undefined ? {} : { filename: file.name }),
        ...(place === undefined ? { listenerId: puppet.botId } : { roomId: place.id }),
      };
      puppet.deliver(payload, file);
      return payload.id;
    },
    deliverAgain: (id) => puppet.deliverAgain(id),
    recall(id) {
      const { talkerId, roomId } = mocker.messagePayload(id);
      const where = roomId ? { roomId } : { listenerId: puppet.botId };
      const recall = { id: nextId(), talkerId, text: id, timestamp: clock(), type: types.Message.Recalled, ...where };
      puppet.deliver(recall);
      return recall.id;
    },
    onSaid(listener) {
      listeners.push(listener);
    },
    rooms: () =>
      [...places].map(([topic, place]) => ({
        topic,
        members: place.payload.memberIdList.map((id) => names.get(id) ?? id).filter((name) => name !== bot),
      })),
  };
}

function idOf(kind: string, name: string): string {
  return `${kind}_${createHash("sha256").update(name).digest("hex").slice(0, 16)}`;
}
