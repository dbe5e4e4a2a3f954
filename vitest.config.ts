import { defineConfig } from "vitest/config";

// Nothing of ours reads the machine's zone; the library of holidays does (schedule/chinese-days.ts).
process.env["TZ"] = "UTC";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
