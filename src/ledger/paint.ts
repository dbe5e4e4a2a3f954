import { createRequire } from "node:module";
import type { Poster } from "../schedule/reports/poster.ts";
import { posterSvg } from "./poster-svg.ts";

const require = createRequire(import.meta.url);
const FONTS = [
  require.resolve("@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf"),
  require.resolve("@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf"),
];

/** Paints a picture for phones as PNG bytes. Its font comes with the program: the machine needs no Chinese fonts. */
export async function paintPoster(poster: Poster): Promise<Uint8Array> {
  return rasterise(await posterSvg(poster));
}

/** In a thread of its own: reading the font takes longer than drawing, and nobody should wait for it. */
async function rasterise(svg: string): Promise<Uint8Array> {
  const { renderAsync } = await import("@resvg/resvg-js");
  const font = { loadSystemFonts: false, fontFiles: FONTS, defaultFontFamily: "Noto Sans SC" };
  return (await renderAsync(svg, { font })).asPng();
}
