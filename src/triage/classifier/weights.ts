import { constants, deflateRawSync, inflateRawSync } from "node:zlib";
import { z } from "zod";
import { ConfigError } from "../../shared/errors.ts";
import { type Network, SIGHTS } from "./network.ts";
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
  format: z.literal(6),
  source: z.string(),
  features: z.number().int().positive(),
  kinds: z.object({ names: Names, scales: Numbers, biases: Numbers }),
  networks: z
    .array(
      z.object({
        kinds: Names,
        categories: Names,
        sees: z.enum(SIGHTS),
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

/** Few different cells are common: told apart by codes of different length they take half the room. No searching for repeats, so that every machine writes the same. */
const CODED = { strategy: constants.Z_HUFFMAN_ONLY };

/** One line of JSON, then the keys (little-endian), then the cells of all judges, coded. */
export function encodeWeights({ source, keys, join, kinds: { cells, ...kinds }, networks }: Weights): Buffer {
  const info = { format: 6, source, features: keys.length, kinds, networks: networks.map(({ cells: _, ...rest }) => rest), join };
  const numbers = Buffer.alloc(4 * keys.length);
  for (const [row, key] of keys.entries()) numbers.writeUInt32LE(key, 4 * row);
  const all = [cells, ...networks.map((network) => network.cells)];
  return Buffer.concat([
    Buffer.from(`${JSON.stringify(info)}\n`),
    numbers,
    deflateRawSync(Buffer.concat(all.map(bytesOf)), CODED),
  ]);
}

/** Reads what `encodeWeights` wrote; `file` is only its name. Throws ConfigError when it is something else, or cut short. */
export function decodeWeights(bytes: Buffer, file: string): Weights {
  const end = bytes.indexOf(LINE_END);
  const info = Info.safeParse(parsed(bytes.subarray(0, Math.max(0, end)).toString("utf8")));
  const wrong = (): ConfigError => new ConfigError(file, 'holds no weights of this version; make them anew with "npm run train"');
  if (!info.success) throw wrong();

  const { source, features, kinds, networks, join } = info.data;
  const widths = [kinds.names.length, ...networks.map(({ hidden }) => hidden)];
  const cells = decoded(bytes.subarray(end + 1 + 4 * features), features * widths.reduce((sum, width) => sum + width, 0));
  if (cells === undefined) throw wrong();
  let at = 0;
  const take = (width: number): Int8Array => {
    const from = at;
    at += width * features;
    return cellsOf(cells.subarray(from, at));
  };
  return {
    source,
    join,
    keys: Uint32Array.from({ length: features }, (_, row) => bytes.readUInt32LE(end + 1 + 4 * row)),
    kinds: { ...kinds, cells: take(kinds.names.length) },
    networks: networks.map((network) => ({ ...network, cells: take(network.hidden) })),
  };
}

/** The coded cells, when they are so many. */
function decoded(bytes: Buffer, length: number): Buffer | undefined {
  try {
    const cells = inflateRawSync(bytes, { maxOutputLength: Math.max(1, length) });
    return cells.length === length ? cells : undefined;
  } catch {
    return undefined;
  }
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
