import type { Later } from "../settings.ts";

type Arrival<T> = { readonly id: string; value?: T; readonly state: { now: "awaited" | "here" | "gone" } };

/** Restores the order in which messages came: Wechaty reads their contents side by side and finishes in any order. */
export type Arrivals<T> = {
  /** A message was announced. */
  announce(id: string): void;
  /** Its contents are here. */
  arrive(id: string, value: T): void;
  /** Its contents cannot be read now. */
  fail(id: string): void;
  /** Forgets all that is awaited, as after a lost connection, and tells the ids. */
  giveUp(): readonly string[];
};

/**
 * Hands over values in the order of their announcement. The first in line is waited for at most `patience` ms (up to twice that:
 * one timer serves the whole line); a value that comes after that is handed over at once.
 */
export function createArrivals<T>(
  hand: (value: T) => void,
  onMissing: (id: string) => void,
  later: Later,
  patience: number,
): Arrivals<T> {
  let line: Arrival<T>[] = [];
  let head = 0;
  let timer: (() => void) | undefined;

  function find(id: string): Arrival<T> | undefined {
    for (let at = head; at < line.length; at += 1) {
      const arrival = line[at];
      if (arrival?.id === id && arrival.state.now === "awaited") return arrival;
    }
    return undefined;
  }

  function advance(): void {
    for (let first = line[head]; first !== undefined && first.state.now !== "awaited"; first = line[head]) {
      head += 1;
      if (first.state.now === "here") hand(first.value as T);
    }
    if (head === line.length) {
      line = [];
      head = 0;
      timer?.();
      timer = undefined;
    } else if (head > 1_024) {
      line = line.slice(head);
      head = 0;
    }
    watch();
  }

  function watch(): void {
    const first = line[head];
    if (first === undefined || timer !== undefined) return;
    timer = later(patience, () => {
      timer = undefined;
      if (line[head] !== first) return watch();
      first.state.now = "gone";
      onMissing(first.id);
      advance();
    });
  }

  return {
    announce(id) {
      line.push({ id, state: { now: "awaited" } });
      watch();
    },
    arrive(id, value) {
      const arrival = find(id);
      if (arrival === undefined) return hand(value);
      arrival.value = value;
      arrival.state.now = "here";
      advance();
    },
    fail(id) {
      const arrival = find(id);
      if (arrival === undefined) return;
      arrival.state.now = "gone";
      onMissing(id);
      advance();
    },
    giveUp() {
      const awaited = line.slice(head).filter((arrival) => arrival.state.now === "awaited");
      for (const arrival of awaited) arrival.state.now = "gone";
      advance();
      return awaited.map((arrival) => arrival.id);
    },
  };
}
