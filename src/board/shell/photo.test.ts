import { expect, it } from "vitest";
import { pngOf } from "./photo.fixture.ts";
import { photoForm } from "./photo.ts";

it("knows a photo by its first bytes, whatever it is called", () => {
  expect(photoForm(pngOf(4_000, 3_000))).toEqual({ type: "image/png", ending: "png" });
  expect(photoForm(Buffer.from("474946383961100010000000003b", "hex"))).toMatchObject({ type: "image/gif" });
});

it.each([
  ["a zip", Buffer.from(`504b0304${"00".repeat(60)}`, "hex")],
  ["a drawing that can hold scripts", Buffer.from('<svg width="9" height="9"><script>alert(1)</script></svg>')],
  ["a page", Buffer.from("<html><body onload=alert(1)>")],
  ["nothing", Buffer.alloc(0)],
  ["half a head", Buffer.from("ffd8ff", "hex")],
  ["a film that begins like a picture", Buffer.from("RIFF0000AVI LIST00000000000000000000")],
  ["a few bytes that would become fourteen gigabytes", pngOf(60_000, 60_000)],
  ["a picture without a size", pngOf(0, 100)],
])("takes %s for no photo", (_, bytes) => expect(photoForm(bytes)).toBeUndefined());
