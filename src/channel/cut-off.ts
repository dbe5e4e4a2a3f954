import type { Puppet } from "./settings.ts";

type Grpc = { readonly eventStream?: { cancel(): void }; readonly client: { close(): void } };

/**
 * Ends the connection of a puppet-service without a word; other puppets have none that could be cut. The usual goodbye would
 * wait for a dead server, or
 * reach one that came back and stop its puppet. The event stream has to be cancelled by name: a server takes one at a time, and
 * closing the client leaves it open.
 */
export function cutOff(puppet: Puppet): void {
  try {
    if (!("grpcManager" in puppet) || !isGrpc(puppet.grpcManager)) return;
    puppet.grpcManager.eventStream?.cancel();
    puppet.grpcManager.client.close();
  } catch {
    // It has no client: it was cut off already, or never connected.
  }
}

function isGrpc(manager: unknown): manager is Grpc {
  return typeof manager === "object" && manager !== null && "client" in manager;
}
