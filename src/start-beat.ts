/** Ticks every `pause` milliseconds, never two ticks at once. The returned function stops it, and waits for the one under way. */
export function startBeat(tick: () => Promise<void>, pause: number, failed: (why: string) => void): () => Promise<void> {
  let running: Promise<void> | undefined;
  const timer = setInterval(() => {
    running ??= tick()
      .catch((error: unknown) => failed(String(error)))
      .finally(() => {
        running = undefined;
      });
  }, pause);
  return async () => {
    clearInterval(timer);
    await running;
  };
}
