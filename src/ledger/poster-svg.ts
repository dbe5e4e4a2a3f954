import type { EChartsOption } from "echarts";
import type { Chart, Poster } from "../schedule/reports/poster.ts";

/** A phone's width in WeChat's own pictures; twice what a screen shows, so that it is sharp. */
const WIDTH = 1080;
const EDGE = 72;
const HEAD = 300;
const TILES = 250;
const GAP = 56;

const INK = "#1f2933";
const SOFT = "#52606d";
const RED = "#b42318";
const REST = "#9aa5b1";
const SERIES = ["#b42318", "#1f6f54"];
/** What came, what is done, what is still to do. */
const NUMBERS = [INK, "#1f6f54", RED];
const FONT = "Noto Sans SC";

/** The height a chart takes. */
const heightOf = (chart: Chart): number =>
  chart.kind === "trend" ? 560 : 150 + (chart.bars.length === 0 ? 120 : chart.bars.length * 92);

/** The whole picture as SVG. The drawing library is loaded when the first picture is wanted. */
export async function posterSvg(poster: Poster): Promise<string> {
  const parts: string[] = [];
  let top = HEAD + TILES + GAP;
  for (const chart of poster.charts) {
    const height = heightOf(chart);
    parts.push(card(top, height, chart.title));
    parts.push(
      chart.kind === "bars" && chart.bars.length === 0
        ? text(WIDTH / 2, top + 190, chart.empty, { size: 40, fill: SOFT, anchor: "middle" })
        : `<g transform="translate(${EDGE + 32} ${top + 100})">${await drawn(chart, WIDTH - 2 * EDGE - 64, height - 124)}</g>`,
    );
    top += height + 40;
  }
  const height = top + 32;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}">`,
    `<rect width="${WIDTH}" height="${height}" fill="#f3f1ec"/>`,
    `<rect width="${WIDTH}" height="${HEAD + 110}" fill="${RED}"/>`,
    fitted(EDGE, 150, poster.title, 72, 700, "#ffffff", WIDTH - 2 * EDGE),
    fitted(EDGE, 232, poster.subtitle, 44, 400, "#fde3df", WIDTH - 2 * EDGE),
    ...tiles(poster),
    ...parts,
    "</svg>",
  ].join("\n");
}

function tiles({ headline }: Poster): readonly string[] {
  const width = (WIDTH - 2 * EDGE - 24 * (headline.length - 1)) / headline.length;
  const digits = Math.max(...headline.map(({ value }) => String(value).length));
  const size = Math.min(96, Math.floor((width - 32) / (0.6 * digits)));
  return headline.flatMap(({ label, value }, index) => {
    const left = EDGE + index * (width + 24);
    const middle = left + width / 2;
    return [
      `<rect x="${left}" y="${HEAD}" width="${width}" height="${TILES}" rx="28" fill="#ffffff"/>`,
      text(middle, HEAD + 140, String(value), {
        size,
        weight: 700,
        fill: NUMBERS[index] ?? RED,
        anchor: "middle",
      }),
      text(middle, HEAD + 208, label, { size: 42, fill: SOFT, anchor: "middle" }),
    ];
  });
}

function card(top: number, height: number, title: string): string {
  return [
    `<rect x="${EDGE}" y="${top}" width="${WIDTH - 2 * EDGE}" height="${height}" rx="28" fill="#ffffff"/>`,
    text(EDGE + 40, top + 72, title, { size: 44, weight: 700 }),
  ].join("\n");
}

type Look = { readonly size: number; readonly weight?: number; readonly fill?: string; readonly anchor?: "start" | "middle" };

function text(x: number, y: number, words: string, { size, weight = 400, fill = INK, anchor = "start" }: Look): string {
  return `<text x="${x}" y="${y}" font-family="${FONT}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}">${escaped(words)}</text>`;
}

/** A long name is set smaller rather than cut. */
function fitted(x: number, y: number, words: string, size: number, weight: number, fill: string, width: number): string {
  const wide = [...words].reduce((sum, char) => sum + (char.charCodeAt(0) < 128 ? 0.55 : 1), 0);
  return text(x, y, words, { size: Math.min(size, Math.floor(width / Math.max(1, wide))), weight, fill });
}

function escaped(words: string): string {
  return words.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}

async function drawn(chart: Chart, width: number, height: number): Promise<string> {
  const { init } = await import("echarts");
  const view = init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    view.setOption(chart.kind === "bars" ? barsOf(chart) : trendOf(chart));
    return view.renderToSVGString();
  } finally {
    view.dispose();
  }
}

const LETTERS = { fontFamily: FONT, color: INK };

function barsOf({ bars }: Extract<Chart, { kind: "bars" }>): EChartsOption {
  const names = bars.map(({ name }) => shortened(name));
  const longest = Math.max(...names.map((name) => name.length));
  return {
    animation: false,
    grid: { left: 30 + longest * 38, right: 110, top: 0, bottom: 0 },
    xAxis: { type: "value", show: false, min: 0 },
    yAxis: {
      type: "category",
      inverse: true,
      data: names,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { ...LETTERS, fontSize: 38, margin: 24, interval: 0 },
    },
    series: [
      {
        type: "bar",
        data: bars.map(({ count, isRest }) => ({ value: count, itemStyle: isRest === true ? { color: REST } : {} })),
        barWidth: 44,
        itemStyle: { color: RED, borderRadius: 8 },
        label: { ...LETTERS, show: true, position: "right", fontSize: 40, fontWeight: 700, distance: 16 },
      },
    ],
  };
}

/** Categories are people's own words and may be long. */
function shortened(name: string): string {
  return name.length <= 8 ? name : `${name.slice(0, 7)}…`;
}

function trendOf({ labels, series }: Extract<Chart, { kind: "trend" }>): EChartsOption {
  const isDense = labels.length > 6;
  return {
    animation: false,
    color: SERIES,
    legend: { right: 0, top: 0, itemWidth: 32, itemHeight: 24, itemGap: 36, textStyle: { ...LETTERS, fontSize: 36 } },
    grid: { left: 8, right: 8, top: 96, bottom: 64 },
    xAxis: {
      type: "category",
      data: [...labels],
      axisLine: { lineStyle: { color: "#cbd2d9" } },
      axisTick: { show: false },
      axisLabel: { ...LETTERS, color: SOFT, fontSize: isDense ? 28 : 34, margin: 18, interval: 0 },
    },
    yAxis: { type: "value", show: false, min: 0, ...(isDense ? { boundaryGap: [0, "22%"] } : {}) },
    series: series.map(({ name, values }) => ({
      name,
      type: "bar" as const,
      data: [...values],
      barGap: "12%",
      barCategoryGap: isDense ? "24%" : "36%",
      itemStyle: { borderRadius: [8, 8, 0, 0] },
      label: {
        ...LETTERS,
        show: true,
        position: "top" as const,
        fontSize: isDense ? 26 : 32,
        // Twelve pairs of numbers beside each other would run into one another.
        ...(isDense ? { rotate: 90, align: "left" as const, verticalAlign: "middle" as const, distance: 12 } : {}),
      },
    })),
  };
}
