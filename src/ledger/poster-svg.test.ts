import { describe, expect, it } from "vitest";
import type { Poster } from "../schedule/reports/poster.ts";
import { paintPoster } from "./paint.ts";
import { posterSvg } from "./poster-svg.ts";

const quiet: Poster = {
  title: "葵花里社区",
  subtitle: "9月11日–9月18日",
  headline: [{ label: "收到", value: 0 }],
  charts: [{ kind: "bars", title: "在办的是哪些事", bars: [], empty: "没有在办的，都办好了" }],
};
const busy: Poster = {
  ...quiet,
  headline: [
    { label: "收到", value: 123_456 },
    { label: "办结", value: 7 },
  ],
  charts: [
    { kind: "bars", title: "在办", bars: [{ name: "电动自行车充电与停放秩序", count: 41 }], empty: "" },
    { kind: "trend", title: "各月", labels: ["1月", "2月"], series: [{ name: "新收", values: [3, 18] }] },
  ],
};

/** Width and height, which a PNG tells at its beginning. */
function sizeOf(png: Uint8Array): readonly number[] {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

describe("a picture for phones", () => {
  it("says so when there is nothing to draw", async () => {
    expect(await posterSvg(quiet)).toContain("没有在办的，都办好了");
  });

  it("shows every number, and a long name shortened", async () => {
    const svg = await posterSvg(busy);
    for (const words of ["123456", "41", "电动自行车充电…", "1月", "18"]) expect(svg).toContain(`>${words}</text>`);
  });

  it("does not let people's words become drawing", async () => {
    const svg = await posterSvg({ ...quiet, title: `<script>&"` });
    expect(svg).not.toContain("<script>");
  });

  it("is as wide as a phone shows sharply, and names no font but the packaged one", async () => {
    expect(sizeOf(await paintPoster(busy))[0]).toBe(1080);
    const fonts = [...(await posterSvg(busy)).matchAll(/font-family[=:]"?([^;"]+)/g)].map(([, font]) => font?.trim());
    expect(new Set(fonts)).toEqual(new Set(["Noto Sans SC"]));
  });

  it("draws Chinese from the packaged font: another word is another picture, as large", async () => {
    const [one, other] = await Promise.all([paintPoster(quiet), paintPoster({ ...quiet, title: "向日葵里社区" })]);
    expect(sizeOf(one)).toEqual(sizeOf(other));
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(false);
  });
});
