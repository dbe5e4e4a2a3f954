/** The share of the smaller set that the other has too. */
export function shared<T>(one: ReadonlySet<T>, other: ReadonlySet<T>): number {
  const fewest = Math.min(one.size, other.size);
  return fewest === 0 ? 0 : common(one, other) / fewest;
}

/** The share of one set that the other has too. */
export function covered<T>(one: ReadonlySet<T>, by: ReadonlySet<T>): number {
  return one.size === 0 ? 0 : common(one, by) / one.size;
}

/** How many both have. */
export function common<T>(one: ReadonlySet<T>, other: ReadonlySet<T>): number {
  let both = 0;
  for (const item of one) if (other.has(item)) both++;
  return both;
}

/** Whether both name something, and nothing of it is the same. */
export function contradict<T>(one: ReadonlySet<T>, other: ReadonlySet<T>): boolean {
  return one.size > 0 && other.size > 0 && common(one, other) === 0;
}

/** Whether one of the words is, or is part of, one of the others: 路灯 and 灯. */
export function meet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  for (const a of one) for (const b of other) if (a.includes(b) || b.includes(a)) return true;
  return false;
}

/** How much two rows of shares agree: 1 when they are the same, 0 when they have nothing in common. */
export function overlap(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += Math.sqrt((one[at] ?? 0) * (other[at] ?? 0));
  return sum;
}

/** How much two rows of numbers point the same way, -1 to 1. */
export function cosine(one: Float64Array, other: Float64Array): number {
  let product = 0;
  let square = 0;
  let otherSquare = 0;
  for (let at = 0; at < one.length; at++) {
    product += (one[at] ?? 0) * (other[at] ?? 0);
    square += (one[at] ?? 0) ** 2;
    otherSquare += (other[at] ?? 0) ** 2;
  }
  return product / (Math.sqrt(square * otherSquare) || 1);
}

/** The share of the runs that both have, each by how rare it is (its row): of both together. */
export function rareShared(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  const weigh = (row: number): number => Math.max(0, Math.log2(1 + row) - 8);
  let both = 0;
  let fewer = 0;
  let more = 0;
  for (const row of one) {
    const weight = weigh(row);
    fewer += weight;
    if (other.has(row)) both += weight;
  }
  for (const row of other) more += weigh(row);
  return both / (Math.sqrt(fewer * more) || 1);
}
