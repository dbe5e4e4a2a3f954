import { html } from "hono/html";
import { allGrids, type Community, type Estate, type Grid, gridOf } from "../../shared/community.ts";
import type { Html } from "../shell/layout.ts";
import { listAddress } from "../tickets/filter.ts";
import type { PlaceCount } from "./overview-port.ts";

const COLUMNS = 4;
const WIDE = 88;
const HIGH = 78;
const GAP = 8;
const LABEL = 28;
/** Beyond so many, only buildings where something is open are drawn: the page stays small. */
const MOST = 120;

type Tile = { readonly name: string; readonly place: string; readonly open: number; readonly late: number };
type Patch = { readonly grid?: Grid; readonly tiles: readonly Tile[] };

/** The community drawn from its file: each estate its grids, each grid its buildings, darker where more is open; each leads to its list. */
export function communityMap(community: Community, counts: readonly PlaceCount[]): Html {
  const all = community.estates.reduce((sum, { buildings = 1 }) => sum + buildings, 0);
  const isCrowded = all > MOST;
  const estates = community.estates.map((estate) => estateMap(community, estate, counts, isCrowded));
  return html`<div class="map">${estates}</div>
<p class="note">地图上不算矛盾纠纷。</p><p class="legend"><span class="t0">没有</span><span class="t1">1–2 件</span><span class="t2">3–5 件</span><span class="t3">6 件以上</span><span class="tl">有超期</span></p>
${isCrowded ? html`<p class="note">楼栋较多，只画出有事的楼。</p>` : ""}`;
}

function estateMap(community: Community, estate: Estate, counts: readonly PlaceCount[], isCrowded: boolean): Html {
  const own = counts.filter((count) => count.estate === estate.name);
  const patches = patchesOf(community, estate, own, isCrowded);
  const open = own.reduce((sum, count) => sum + count.open, 0);
  let top = 0;
  const drawn = patches.map(({ grid, tiles }) => {
    const y = top;
    top += LABEL + Math.ceil(tiles.length / COLUMNS) * (HIGH + GAP);
    return html`${label(grid, y)}${tiles.map((tile, index) => tileAt(tile, (index % COLUMNS) * (WIDE + GAP), y + LABEL + Math.floor(index / COLUMNS) * (HIGH + GAP)))}`;
  });
  const width = COLUMNS * (WIDE + GAP) - GAP;
  return html`<section class="estate"><h3><a href="${listAddress({ place: estate.name, kind: "others" })}">${estate.name}</a> <span class="count">在办 ${open} 件</span></h3>
<svg viewBox="0 0 ${width} ${Math.max(top, 1)}" role="group" aria-label="${estate.name}各楼在办件数">${drawn}</svg></section>`;
}

function patchesOf(
  community: Community,
  { name, buildings = 0 }: Estate,
  counts: readonly PlaceCount[],
  isCrowded: boolean,
): readonly Patch[] {
  const numbered = Array.from({ length: buildings }, (_, index) => String(index + 1));
  // A building that somebody named and the file does not know is shown too.
  const others = counts.flatMap(({ building }) => (building === null || numbered.includes(building) ? [] : [building]));
  const tiles = [...numbered, ...new Set(others)].map((building) => ({
    grid: gridOf(community, { estate: name, building }),
    tile: tileOf(
      `${building}号楼`,
      `${name} ${building}`,
      counts.filter((count) => count.building === building),
    ),
  }));
  const shown = tiles.filter(({ tile }) => !isCrowded || tile.open > 0);
  const unknown = tileOf(
    "楼栋不明",
    `${name} ?`,
    counts.filter(({ building }) => building === null),
  );
  const grids = allGrids(community.grids).filter((grid) => shown.some((one) => one.grid === grid));
  const patches = [...grids, undefined].map(
    (grid): Patch => ({
      ...(grid === undefined ? {} : { grid }),
      tiles: [
        ...shown.filter((one) => one.grid === grid).map(({ tile }) => tile),
        ...(grid === undefined && unknown.open > 0 ? [unknown] : []),
      ],
    }),
  );
  return patches.filter((patch) => patch.tiles.length > 0);
}

function tileOf(name: string, place: string, counts: readonly PlaceCount[]): Tile {
  const sum = (of: "open" | "late"): number => counts.reduce((total, count) => total + count[of], 0);
  return { name, place, open: sum("open"), late: sum("late") };
}

function label(grid: Grid | undefined, y: number): Html {
  if (grid === undefined) return html`<text class="grid" x="0" y="${y + 19}">其他</text>`;
  return html`<a href="${listAddress({ grid: grid.name })}"><text class="grid" x="0" y="${y + 19}">${grid.name} · ${grid.worker}</text></a>`;
}

function tileAt({ name, place, open, late }: Tile, x: number, y: number): Html {
  const shade = open === 0 ? "t0" : open < 3 ? "t1" : open < 6 ? "t2" : "t3";
  const middle = x + WIDE / 2;
  const overdue = late === 0 ? "" : html`<text class="on-${shade} small" x="${middle}" y="${y + 67}">超期 ${late}</text>`;
  return html`<a href="${listAddress({ place, kind: "others" })}"><rect class="${shade}${late > 0 ? " tl" : ""}" x="${x + 2}" y="${y + 2}" width="${WIDE - 4}" height="${HIGH - 4}" rx="10"/><text class="on-${shade}" x="${middle}" y="${y + 24}">${name}</text> <text class="on-${shade} n" x="${middle}" y="${y + 48}">${open} 件</text>${overdue}</a>`;
}
