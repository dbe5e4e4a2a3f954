import { html } from "hono/html";
import type { BuildingProgress, FloorProgress, UnitProgress } from "../../council/consent/progress.ts";
import type { Standing } from "../../council/consent/project.ts";
import type { Html } from "../shell/layout.ts";

/** Told in a word and a sign, not by colour alone. */
export const STANDINGS: Readonly<Record<Standing, { readonly name: string; readonly sign: string }>> = {
  agreed: { name: "同意", sign: "✓" },
  refused: { name: "不同意", sign: "✗" },
  open: { name: "没表态", sign: "·" },
};

/** A building as it stands there: units side by side, the top floor above, a cell for each household that leads to its words. */
export function buildingPart({ building, units, all, agreed, refused, open }: BuildingProgress): Html {
  return html`<section class="building"><h2>${building === "" ? "住户" : `${building}号楼`} <span class="count">同意 ${agreed} / ${all} 户，不同意 ${refused}，没表态 ${open}</span></h2>
<div class="stairwells">${units.map(unitPart)}</div></section>`;
}

function unitPart({ unit, floors, all, agreed }: UnitProgress): Html {
  return html`<table class="unit"><caption>${unit === "" ? "" : `${unit}单元 `}${agreed}/${all}</caption>
<tbody>${floors.toReversed().map(floorRow)}</tbody></table>`;
}

function floorRow({ floor, households }: FloorProgress): Html {
  return html`<tr><th scope="row">${floor === "" ? "—" : `${floor}层`}</th>${households.map(({ household, standing }) => {
    const { name, sign } = STANDINGS[standing];
    return html`<td class="home ${standing}"><a href="#home-${household}"><b>${household.split("-").at(-1)}</b><span>${sign} ${name}</span></a></td>`;
  })}</tr>`;
}
