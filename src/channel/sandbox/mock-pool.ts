import type { types } from "wechaty-puppet";
import { mock } from "wechaty-puppet-mock";

export type Mocker = mock.Mocker;
export type MockContact = mock.ContactMock;
export type MockRoom = mock.RoomMock;

/** People, rooms and messages of a made-up WeChat. */
export function createMocker(): Mocker {
  return new mock.Mocker();
}

export type MockPayload = {
  readonly id: string;
  readonly talkerId: string;
  readonly roomId?: string;
  readonly listenerId?: string;
  readonly mentionIdList?: string[];
  readonly text: string;
  readonly filename?: string;
  readonly timestamp: number;
  readonly type: types.Message;
};

/** Puts messages into the mocker and takes the oldest out again: the mocker itself keeps every message for ever. */
export function createMessagePool(mocker: Mocker, keep: number): { add(payload: MockPayload): void } {
  const { MessageMock } = mocker;
  const ids: string[] = [];

  class Pool extends MessageMock {
    static drop(id: string): void {
      Pool.pool.delete(id);
    }
  }

  function drop(id: string): void {
    Pool.drop(id);
    mocker.cacheMessagePayload.delete(id);
    mocker.cacheFileBoxPayload.delete(id);
  }

  return {
    add(payload) {
      const { roomId, listenerId, ...common } = payload;
      MessageMock.create(roomId === undefined ? { ...common, listenerId: listenerId ?? "" } : { ...common, roomId });
      ids.push(payload.id);
      if (ids.length >= 2 * keep) for (const old of ids.splice(0, keep)) drop(old);
    },
  };
}
