import { z } from "zod";
import { ConfigError } from "../../shared/errors.ts";
import type { Network } from "./network.ts";
import type { Head } from "./shares.ts";

/** What the signs that two reports are of one thing (join/likeness.ts) tell alone, and, by trees, together (join/judge.ts). */
export type JoinWeights = {
  readonly signs: readonly string[];
  readonly bias: number;
  readonly linear: readonly number[];
  readonly trees: readonly (readonly number[])[];
};

/** Everything that `npm run train` learns. */
export type Weights = {
  /** A hash of the utterances and the lexicon that they were learned from. */
  readonly source: string;
  /** The features that were learned, in the order of their rows. */
  readonly keys: Uint32Array;
  /** The kinds, by weighing each feature alone: a straight judge. */
  readonly kinds: Head;
  /** The kinds once more, and the categories, by features in company. All judges err in different places. */
  readonly networks: readonly Network[];
  readonly join: JoinWeights;
};

const Names = z.array(z.string()).min(2);
const Numbers = z.array(z.number());
const Info = z.object({
  format: z.literal(5),
  source: z.string(),
  features: z.number().int().positive(),
  kinds: z.object({ names: Names, scales: Numbers, biases: Numbers }),
  networks: z
    .array(
      z.object({
        kinds: Names,
        categories: Names,
        sees: z.enum(["all", "runs"]),
        hidden: z.number().int().positive(),
        scales: Numbers,
        outputs: Numbers,
        biases: Numbers,
      }),
    )
    .min(1),
  join: z.object({ signs: z.array(z.string()), bias: z.number(), linear: Numbers, trees: z.array(Numbers) }),
});

const LINE_END = 10;

/** What the networks can tell a matter to be about. */
export function categoriesOf({ networks }: Pick<Weights, "networks">): readonly string[] {
  return networks[0]?.categories ?? [];
}

/** One line of JSON, then the keys (little-endian), then the cells of all judges. */
export function encodeWeights({ source, keys, join, kinds: { cells, ...kinds }, networks }: Weights): Buffer {
  const info = { format: 5, source, features: keys.length, kinds, networks: networks.map(({ cells: _, ...rest }) => rest), join };
  const numbers = Buffer.alloc(4 * keys.length);
  for (const [row, key] of keys.entries()) numbers.writeUInt32LE(key, 4 * row);
  const all = [cells, ...networks.map((network) => network.cells)];
  return Buffer.concat([Buffer.from(`${JSON.stringify(info)}\n`), numbers, ...all.map(bytesOf)]);
}

/** Reads what `encodeWeights` wrote; `file` is only its name. Throws ConfigError when it is something else, or cut short. */
export function decodeWeights(bytes: Buffer, file: string): Weights {
  const end = bytes.indexOf(LINE_END);
  const info = Info.safeParse(parsed(bytes.subarray(0, Math.max(0, end)).toString("utf8")));
  const wrong = (): ConfigError => new ConfigError(file, 'holds no weights of this version; make them anew with "npm run train"');
  if (!info.success) throw wrong();

  const { source, features, kinds, networks, join } = info.data;
  let at = end + 1 + 4 * features;
  const take = (width: number): Int8Array => {
    const from = at;
    at += width * features;
    return cellsOf(bytes.subarray(from, at));
  };
  const weights: Weights = {
    source,
    join,
    keys: Uint32Array.from({ length: Math.min(features, bytes.length >> 2) }, (_, row) => keyAt(bytes, end + 1 + 4 * row)),
    kinds: { ...kinds, cells: take(kinds.names.length) },
    networks: networks.map((network) => ({ ...network, cells: take(network.hidden) })),
  };
  if (at !== bytes.length) throw wrong();
  return weights;
}

/** Nought beyond the end: the length is checked when all has been read. */
function keyAt(bytes: Buffer, at: number): number {
  return at + 4 <= bytes.length ? bytes.readUInt32LE(at) : 0;
}

function cellsOf(bytes: Buffer): Int8Array {
  return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function bytesOf(cells: Int8Array): Buffer {
  return Buffer.from(cells.buffer, cells.byteOffset, cells.byteLength);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
