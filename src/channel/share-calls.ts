import type { Puppet } from "./settings.ts";

const sharing = new WeakSet<Puppet>();

/**
 * Makes a puppet answer one question once, for all who ask while it is being answered. Without it the first messages of a room
 * ask for all its members,
 * each message for itself: 500 lines after a login became 26,000 calls and 9 s over gRPC.
 */
export function shareCalls(puppet: Puppet): void {
  if (sharing.has(puppet)) return;
  sharing.add(puppet);
  puppet.messagePayload = shared(puppet.messagePayload.bind(puppet));
  puppet.contactPayload = shared(puppet.contactPayload.bind(puppet));
  puppet.roomPayload = shared(puppet.roomPayload.bind(puppet));
  puppet.roomMemberList = shared(puppet.roomMemberList.bind(puppet));
}

function shared<T>(ask: (id: string) => Promise<T>): (id: string) => Promise<T> {
  const underWay = new Map<string, Promise<T>>();
  return (id) => {
    const asked = underWay.get(id);
    if (asked !== undefined) return asked;
    const answer = ask(id).finally(() => underWay.delete(id));
    underWay.set(id, answer);
    return answer;
  };
}
