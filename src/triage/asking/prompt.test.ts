import { expect, it } from "vitest";
import { ConfigError } from "../../shared/errors.ts";
import { loadPrompt, parsePrompt } from "./prompt.ts";

it("has a version and says what the model may answer", () => {
  const prompt = loadPrompt("prompts/triage.md");
  expect(prompt.version).toBeGreaterThanOrEqual(1);
  expect(prompt.text).toContain("JSON");
});

it.each([
  ["你是…", "p.md:1 has no header"],
  ["---\nversie: 1\n---\n你是…", "p.md:1 has no version"],
  ["---\n# v\nversion: two\n---\n你是…", "p.md:3 has no version"],
  ["---\nversion: 1\n---\n", "p.md:3 says nothing"],
])("names file and line of a broken prompt: %j", (text, message) => {
  expect(() => parsePrompt(text, "p.md")).toThrow(ConfigError);
  expect(() => parsePrompt(text, "p.md")).toThrow(message);
});

it("names a missing file", () => expect(() => loadPrompt("prompts/none.md")).toThrow("prompts/none.md:1 cannot be read"));
