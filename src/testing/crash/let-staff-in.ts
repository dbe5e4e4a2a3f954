import type { App } from "../../app.ts";
import type { Channel } from "../../channel/channel.ts";
import type { Stage } from "../../channel/sandbox/sandbox-stage.ts";
import type { House } from "../../load-house.ts";

/**
 * Binds the community's staff to their accounts on the stage without a code, as the sandbox of `npm start` does. The channel must
 * be online. A stage in another process has the same accounts: ids follow from names.
 */
export async function letStaffIn(app: App, channel: Channel, stage: Stage, { desk }: House): Promise<void> {
  await app.status(channel.status());
  for (const { name, alias } of desk.community.people) {
    const { known } = await app.rollCall.who({ id: stage.person(alias).id, alias, name: alias, friend: true }, undefined);
    if (known.staff !== name) await app.rollCall.bind(known, name);
  }
}
