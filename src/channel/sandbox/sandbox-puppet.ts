import { FileBox, type FileBoxInterface } from "file-box";
import { type payloads, types } from "wechaty-puppet";
import { PuppetMock } from "wechaty-puppet-mock";
import type { Instant } from "../../shared/instant.ts";
import { createMessagePool, createMocker, type MockPayload } from "./mock-pool.ts";

/** Something the bot said, in the puppet's ids. */
export type Utterance = {
  readonly id: string;
  readonly at: Instant;
  readonly to: string;
  readonly text: string;
  readonly mentions: readonly string[];
  readonly picture?: { readonly name: string; readonly bytes: Uint8Array };
};

/** Messages kept, so that they can be opened, quoted, recalled or delivered again. */
const KEPT = 2_000;

/**
 * The mock puppet with its gaps filled: room aliases, ids of sentences, photos, places, links, a login of its own (CHANNEL, "Real
 * parts for tests").
 */
export class SandboxPuppet extends PuppetMock {
  readonly botId: string;
  private readonly pool: { add(payload: MockPayload): void };
  private readonly aliases = new Map<string, string>();
  private readonly now: () => Instant;
  readonly nextId: () => string;
  private readonly onUtterance: (said: Utterance) => void;

  constructor(botId: string, now: () => Instant, nextId: () => string, onUtterance: (said: Utterance) => void) {
    const mocker = createMocker();
    super({ mocker });
    this.botId = botId;
    this.pool = createMessagePool(mocker, KEPT);
    this.now = now;
    this.nextId = nextId;
    this.onUtterance = onUtterance;
  }

  override async onStart(): Promise<void> {
    await super.onStart();
    setImmediate(() => {
      if (!this.isLoggedIn) this.login(this.botId);
    });
  }

  override async onStop(): Promise<void> {
    await this.logout("stopped");
    await super.onStop();
  }

  override ding(data?: string): void {
    setImmediate(() => this.emit("dong", { data: data ?? "" }));
  }

  /** Somebody (or the bot) says something: it is kept, then emitted as WeChat would. */
  deliver(payload: MockPayload, file?: { readonly name: string; readonly bytes: Uint8Array }): void {
    if (file !== undefined) {
      const box = FileBox.fromBase64(Buffer.from(file.bytes).toString("base64"), file.name);
      this.mocker.cacheFileBoxPayload.set(payload.id, box.toJSON());
    }
    this.pool.add(payload);
    this.emit("message", { messageId: payload.id });
  }

  deliverAgain(id: string): void {
    this.mocker.messagePayload(id);
    this.emit("message", { messageId: id });
  }

  nameInRoom(roomId: string, contactId: string, alias: string): void {
    this.aliases.set(`${roomId} ${contactId}`, alias);
  }

  /** Says one text and tells its id; the mock's own type knows of no answer. */
  override messageSendText(to: string, text: string, mentionIds: string[] = []): Promise<void> {
    const said: Promise<unknown> = this.utter(to, text, mentionIds);
    return said as Promise<void>;
  }

  /** Shows a picture; in a list of what was said it reads `［图片 name］`. */
  override messageSendFile(to: string, file: FileBoxInterface): Promise<void> {
    const shown = async (): Promise<string> => {
      const picture = { name: file.name, bytes: new Uint8Array(await file.toBuffer()) };
      return this.utter(to, `［图片 ${file.name}］`, [], picture);
    };
    const said: Promise<unknown> = shown();
    return said as Promise<void>;
  }

  private async utter(to: string, text: string, mentionIds: string[], picture?: Utterance["picture"]): Promise<string> {
    if (!this.isLoggedIn) throw new Error("not logged in");
    const id = this.nextId();
    const at = this.now();
    if (!to.includes("@") && this.mocker.contactPayload(to).friend === false)
      throw new Error("has not added the account as a friend, and can be told nothing alone (CHANNEL)");
    const where = to.includes("@")
      ? { roomId: this.mocker.roomPayload(to).id }
      : { listenerId: this.mocker.contactPayload(to).id };
    const type = picture === undefined ? types.Message.Text : types.Message.Image;
    const base = { id, talkerId: this.botId, text, timestamp: at, type, mentionIdList: mentionIds };
    this.deliver({ ...base, ...where, ...(picture === undefined ? {} : { filename: picture.name }) }, picture);
    this.onUtterance({ id, at, to, text, mentions: mentionIds, ...(picture === undefined ? {} : { picture }) });
    return id;
  }

  override async messageImage(id: string): Promise<FileBoxInterface> {
    return this.messageFile(id);
  }

  override async messageLocation(id: string): Promise<payloads.Location> {
    const [name = "", address = ""] = (this.mocker.messagePayload(id).text ?? "").split("\n");
    return { name, address, accuracy: 15, latitude: 0, longitude: 0 };
  }

  override async messageUrl(id: string): Promise<payloads.UrlLink> {
    const [title = "", url = ""] = (this.mocker.messagePayload(id).text ?? "").split("\n");
    return { title, url };
  }

  override async roomMemberRawPayload(roomId: string, contactId: string): Promise<payloads.RoomMember> {
    const roomAlias = this.aliases.get(`${roomId} ${contactId}`);
    return { ...(await super.roomMemberRawPayload(roomId, contactId)), ...(roomAlias === undefined ? {} : { roomAlias }) };
  }
}
