import { KINDS } from "../../tickets/reading.ts";
import type { Features } from "./features.ts";
import { categoriesOf, firesOf, kindsOf, type Network } from "./network.ts";
import { sharesOf } from "./shares.ts";
import { type Commoner, kindsFrom } from "./sorts.ts";
import { rowsOf, UNKNOWN } from "./vocabulary.ts";
import type { Weights } from "./weights.ts";

/** How likely each kind is (in the order of KINDS), and, when asked, each of the network's categories if it is a matter. */
export type Shares = {
  readonly kinds: Float64Array;
  readonly categories: () => Float64Array;
  /** What the networks make of it, whatever the judges say. */
  readonly gist: () => Gist;
};

/** How much each hidden unit fires, the categories, and the rows of the character runs: the rarer a run, the higher its row. */
export type Gist = { readonly fires: Float64Array; readonly topics: Float64Array; readonly runs: Int32Array };

/** From here the straight judge alone is believed that something is chatter (`none` is the last of the kinds), for certain. */
const BEYOND_DOUBT = 0.98;
const CHATTER = Float64Array.from(KINDS, (kind) => Number(kind === "none"));

/** Makes the classifier: what all judges say together, the geometric mean of their shares, so that none is believed alone when the others doubt. */
export function classifierOf(
  { keys, kinds: head, networks }: Pick<Weights, "keys" | "kinds" | "networks">,
  commoner: Commoner,
): (features: Features) => Shares {
  const find = rowsOf(keys);
  const width = networks[0]?.categories.length ?? 0;
  return (features) => {
    const rows = find(features);
    const alone = kindsFrom(sharesOf(head, rows), commoner);
    const gist = (): Gist => {
      const all = networks.map((network) => ({ network, fires: firesOf(network, rows) }));
      return {
        fires: Float64Array.from(all.flatMap(({ fires }) => [...fires])),
        topics: topicsOf(all),
        runs: rows.runs.filter((row) => row !== UNKNOWN),
      };
    };
    // Most of what a group says is chatter to the first judge beyond doubt, and needs no other.
    if ((alone.at(-1) ?? 0) > BEYOND_DOUBT) return { kinds: CHATTER, categories: () => new Float64Array(width), gist };

    const thoughts = networks.map((network) => ({ network, fires: firesOf(network, rows) }));
    return {
      kinds: agreed([alone, alone, ...thoughts.map(({ network, fires }) => kindsFrom(kindsOf(network, fires), commoner))]),
      categories: () => topicsOf(thoughts),
      gist,
    };
  };
}

type Thought = { readonly network: Network; readonly fires: Float64Array };

/** What it is about. A network that looks through windows alone tells kinds apart better than categories, and is not asked. */
function topicsOf(thoughts: readonly Thought[]): Float64Array {
  const asked = thoughts.filter(({ network }) => network.sees !== "windows");
  return agreed(asked.map(({ network, fires }) => categoriesOf(network, fires)));
}

/** The geometric mean of several judges' shares. */
function agreed(all: readonly Float64Array[]): Float64Array {
  const [first = new Float64Array(), ...others] = all;
  if (others.length === 0) return first;

  const shares = new Float64Array(first.length);
  let sum = 0;
  for (let name = 0; name < shares.length; name++) {
    let product = first[name] ?? 0;
    for (const other of others) product *= other[name] ?? 0;
    const share = all.length === 2 ? Math.sqrt(product) : product ** (1 / all.length);
    shares[name] = share;
    sum += share;
  }
  for (let name = 0; name < shares.length; name++) shares[name] = (shares[name] ?? 0) / sum;
  return shares;
}
