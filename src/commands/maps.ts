import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type House, loadHouse, ROOT } from "../load-house.ts";
import { KINDS } from "../tickets/reading.ts";
import type { XiaogeCommand } from "./command.ts";
import { drawFlow } from "./draw-flow.ts";

export const MAP_FILE = join(ROOT, "docs", "flows.md");

/** `maps`: draws every flow anew into docs/flows.md. A test fails when the drawings are not those of the flows. */
export const mapsCommand: XiaogeCommand = {
  run: async ({ config, write }) => {
    mkdirSync(dirname(MAP_FILE), { recursive: true });
    writeFileSync(MAP_FILE, drawMaps(loadHouse({ community: config.COMMUNITY_FILE, calendar: config.CALENDAR_FILE })));
    write("docs/flows.md is drawn\n");
    return 0;
  },
};

/** All flows on one page. */
export function drawMaps({ flowFor }: Pick<House, "flowFor">): string {
  const flows = KINDS.filter((kind) => kind !== "none").map(flowFor);
  const parts = flows.map((desked) => `## ${desked.flow.name}\n\n${drawFlow(desked)}\n`);
  return `# The flows, as they are\n\nDrawn from \`flows/*.yaml\` by \`npm run -s xiaoge -- maps\`; do not edit. An arrow carries the orders (by reply) and the clocks (\`after …\`) that lead along it; what leaves a ticket where it is is left out.\n\n${parts.join("\n")}`;
}
