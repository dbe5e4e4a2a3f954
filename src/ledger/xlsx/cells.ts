import { DAY, type Instant } from "../../shared/instant.ts";
import type { Zone } from "../../shared/zone.ts";

/** A moment as a sheet holds it: days since 1899-12-30 on the wall clock of the community. */
export type SheetTime = { readonly serial: number };

/** What a cell can hold. Text stays text, whatever it begins with. */
export type Cell = string | number | SheetTime | undefined;

/** Styles by their place in `styles.xml`. */
const STYLE = { plain: 0, head: 1, text: 2, quoted: 3, time: 4 } as const;

/** Excel's own limit. */
const LONGEST = 32_767;
/** What a spreadsheet would take for a formula if somebody edited or pasted the cell. */
const DANGEROUS = /^[=+\-@\t\r\n|%]/;

/** A moment for a cell; undefined stays undefined. */
export function serialOf(zone: Zone, at: Instant | undefined): SheetTime | undefined {
  if (at === undefined) return undefined;
  const { year, month, day, hour, minute, second } = zone.local(at);
  return { serial: Date.UTC(year, month - 1, day, hour, minute, second) / DAY + 25_569 };
}

/** One row as XML; `number` counts from 1. Rows of text with a fixed format are never evaluated; dangerous starts also carry the quote mark. */
export function rowXml(number: number, cells: readonly Cell[], isHead = false): string {
  let xml = `<row r="${number}">`;
  for (const [index, cell] of cells.entries())
    if (cell !== undefined && cell !== "") xml += cellXml(`${columnName(index)}${number}`, cell, isHead);
  return `${xml}</row>`;
}

/** `A`, `Z`, `AA`. */
export function columnName(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : `${columnName(Math.floor(index / 26) - 1)}${columnName(index % 26)}`;
}

function cellXml(place: string, cell: Exclude<Cell, undefined>, isHead: boolean): string {
  if (typeof cell === "number") return `<c r="${place}" s="${STYLE.plain}"><v>${cell}</v></c>`;
  if (typeof cell === "object") return `<c r="${place}" s="${STYLE.time}"><v>${cell.serial}</v></c>`;
  const style = isHead ? STYLE.head : DANGEROUS.test(cell) ? STYLE.quoted : STYLE.text;
  const space = /^\s|\s$|\n/.test(cell) ? ' xml:space="preserve"' : "";
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t${space}>${escaped(cell)}</t></is></c>`;
}

/** Text for an XML element of a sheet. Characters that XML cannot hold are left out; what only looks like their code is kept as it is. */
export function escaped(text: string): string {
  if (text.length <= LONGEST && !SPECIAL.test(text)) return text;
  return text
    .slice(0, LONGEST)
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(ILLEGAL, "")
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** Anything that is not written as it is. Most texts have none of it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what must go
const SPECIAL = /[&<>"_\u0000-\u001f\ud800-\udfff\ufffe\uffff]/;

// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what must go
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
