import { ledgerCommand } from "../commands/ledger.ts";
import { givenTo } from "./given.ts";

// A process of its own, so that its memory is the ledger's alone: `node ledger-process.ts DATA_DIR FILE.xlsx FROM TO`, one line of JSON.
const [dataDir = "", file = "", from = "", to = ""] = process.argv.slice(2);
const { given, written } = givenTo(dataDir, ["--from", from, "--to", to, "--out", file]);
const began = performance.now();
await ledgerCommand.run(given);
const seconds = Number(((performance.now() - began) / 1000).toFixed(1));
const { userCPUTime, systemCPUTime } = process.resourceUsage();
const cpuSeconds = Number(((userCPUTime + systemCPUTime) / 1e6).toFixed(1));
const residentMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(
  `${JSON.stringify({ seconds, cpuSeconds, residentMegabytes, matters: Number(/(\d+) matters/.exec(written())?.[1]) })}\n`,
);
