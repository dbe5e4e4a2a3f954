import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ORDER_CLASSES, type OrderClass, type Sample } from "../intake/replies/guess/order-classes.ts";
import { ConfigError } from "../shared/errors.ts";

/**
 * Reads how people word what they order (`seeds/replies/*.txt`): a line `== verb` above each kind, one reply a line below.
 * Throws ConfigError with file and line for a kind that is none.
 */
export function loadReplies(folder: string): readonly Sample[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort();
  return files.flatMap((name) => readSamples(join(folder, name)));
}

function readSamples(file: string): readonly Sample[] {
  const samples: Sample[] = [];
  let means: OrderClass | undefined;
  for (const [index, line] of readFileSync(file, "utf8").split("\n").entries()) {
    const text = line.trim();
    if (text === "" || text.startsWith("# ")) continue;
    if (text.startsWith("== ")) {
      const name = text.slice(3).trim();
      means = ORDER_CLASSES.find((one) => one === name);
      if (means === undefined)
        throw new ConfigError(`${file}:${index + 1}`, `"${name}" is no order; one of ${ORDER_CLASSES.join(", ")}`);
    } else if (means === undefined) throw new ConfigError(`${file}:${index + 1}`, "stands above the first == line");
    else samples.push({ text, means });
  }
  return samples;
}
