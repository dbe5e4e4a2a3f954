import { join } from "node:path";
import { ROOT } from "../load-house.ts";
import { replay } from "./replay/replay.ts";
import { showOutcome } from "./replay/show-outcome.ts";

// `npm run demo`: a Friday in the sample community, through real Wechaty on the mock puppet, ending with the weekly announcement.
const played = await replay(join(ROOT, "seeds/cases/demo-day.yaml"));
process.stdout.write(showOutcome(played));
process.stdout.write("", () => process.exit(0));
