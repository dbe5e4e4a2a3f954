import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../load-house.ts";
import { house } from "../house.ts";
import { simulate, YEAR_LIST } from "./simulate-year.ts";
import { yearList } from "./year-posts.ts";

// `node src/testing/year/write-year.ts`: writes docs/year-2026.md anew, after the calendar, a tip or a sentence was changed.
const began = performance.now();
const posts = await simulate(house);
writeFileSync(join(ROOT, YEAR_LIST), yearList(posts, house.desk.calendar.zone));
process.stdout.write(`${YEAR_LIST}: ${posts.length} posts, ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
process.stdout.write("", () => process.exit(0));
