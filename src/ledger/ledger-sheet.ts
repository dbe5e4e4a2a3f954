import { maskAlias, maskPlace, maskText } from "../shared/mask.ts";
import { nameIn } from "../shared/personal.ts";
import { placeText } from "../shared/place.ts";
import { aliasOf, type Desk } from "../tickets/desk.ts";
import type { LedgerRow } from "../tickets/ledger-row.ts";
import { unnamed } from "../tickets/saying/unnamed.ts";
import type { Wordings } from "../tickets/saying/wording.ts";
import { type Cell, serialOf } from "./xlsx/cells.ts";
import type { Sheet } from "./xlsx/write-xlsx.ts";

/** What a ledger is written with. `isOpen`: names, doors and disputes are written too, for the secretary. */
export type LedgerPaper = { readonly desk: Desk; readonly wordings: Wordings; readonly isOpen: boolean };

const STEPS = ["发现", "吹哨", "报到", "会商", "办理", "反馈", "评价"];

type Field = {
  readonly name: string;
  readonly width: number;
  /** A dispute shows only these (DOMAIN: Mediation privacy). */
  readonly ofDispute?: true;
  readonly of: (on: LedgerPaper, row: LedgerRow) => Cell;
};

const FIELDS: readonly Field[] = [
  { name: "number", width: 8, ofDispute: true, of: (_, { number }) => number },
  { name: "filedAt", width: 17, ofDispute: true, of: ({ desk }, { filedAt }) => serialOf(desk.calendar.zone, filedAt) },
  { name: "kind", width: 10, ofDispute: true, of: (on, { kind, isDispute }) => say(on, `kind.${isDispute ? "dispute" : kind}`) },
  { name: "category", width: 12, of: (_, { category }) => category },
  { name: "what", width: 40, of: what },
  { name: "place", width: 26, of: (on, row) => placeText(placeOf(on, row)) },
  { name: "grid", width: 8, of: (_, { facts }) => facts.grid },
  { name: "reporter", width: 16, of: ({ isOpen }, { facts }) => people(facts.reporters, isOpen) },
  { name: "supporters", width: 9, of: (_, { facts }) => facts.supporters.length },
  { name: "room", width: 18, of: (on, { room }) => room ?? say(on, "ledger.inPrivate") },
  { name: "handler", width: 14, of: ({ desk }, { handler }) => aliasOf(desk, handler) },
  { name: "firstHandler", width: 14, of: ({ desk }, { facts }) => aliasOf(desk, facts.firstHandler) },
  { name: "unit", width: 14, of: (_, { facts }) => facts.unit },
  { name: "level", width: 8, of: (on, { facts }) => say(on, `level.${facts.level}`) },
  {
    name: "state",
    width: 9,
    ofDispute: true,
    of: (on, { closedAt }) => say(on, closedAt === undefined ? "ledger.open" : "ledger.closed"),
  },
  { name: "step", width: 8, of: (_, { facts }) => facts.step },
  { name: "due", width: 17, of: ({ desk }, { facts }) => serialOf(desk.calendar.zone, facts.dues["act"]) },
  { name: "late", width: 7, of: (on, { isLate }) => (isLate ? say(on, "ledger.yes") : undefined) },
  { name: "closedAt", width: 17, of: ({ desk }, { closedAt }) => serialOf(desk.calendar.zone, closedAt) },
  { name: "outcome", width: 11, of: (on, { outcome }) => (outcome === undefined ? undefined : say(on, `outcome.${outcome}`)) },
  { name: "result", width: 36, of: (on, row) => words(on, row, row.facts.result) },
  { name: "rating", width: 7, of: (_, { facts }) => facts.rating },
];

/** The ledger of a period as a sheet: one line a matter, masked unless `isOpen`. */
export function ledgerSheet(on: LedgerPaper, rows: AsyncIterable<LedgerRow>): Sheet {
  return {
    name: say(on, "ledger.sheet"),
    columns: [
      ...FIELDS.map(({ name, width }) => ({ title: say(on, `ledger.${name}`), width })),
      ...STEPS.map((title) => ({ title, width: 17 })),
    ],
    rows: lines(on, rows),
  };
}

async function* lines(on: LedgerPaper, rows: AsyncIterable<LedgerRow>): AsyncGenerator<readonly Cell[]> {
  for await (const row of rows) {
    const isHidden = row.isDispute && !on.isOpen;
    const cells = FIELDS.map(({ of, ofDispute }) => (isHidden && ofDispute !== true ? undefined : of(on, row)));
    const steps = isHidden ? [] : STEPS.map((step) => serialOf(on.desk.calendar.zone, row.steps[step]));
    yield [...cells, ...steps];
  }
}

/** A wish is told without name or place, as it was published (DOMAIN: Wishes). */
function what(on: LedgerPaper, row: LedgerRow): string | undefined {
  if (row.kind === "wish" && !on.isOpen) return maskText(row.facts.published ?? unnamed(on.desk.community, row.summary));
  return words(on, row, row.summary);
}

function placeOf({ isOpen }: LedgerPaper, { kind, place }: LedgerRow): LedgerRow["place"] {
  if (isOpen) return place;
  return kind === "wish" ? (place.estate === undefined ? {} : { estate: place.estate }) : maskPlace(place);
}

function words({ isOpen }: LedgerPaper, { facts }: LedgerRow, text: string | undefined): string | undefined {
  if (text === undefined || isOpen) return text;
  const known = [...facts.reporters, ...facts.supporters, ...(facts.claimant === undefined ? [] : [facts.claimant])];
  return maskText(
    text,
    known.flatMap(({ alias }) => nameIn(alias) ?? []),
  );
}

function people(list: LedgerRow["facts"]["reporters"], isOpen: boolean): string {
  return list.map(({ id, alias }) => (isOpen || id.startsWith("staff:") ? alias : maskAlias(alias))).join("、");
}

function say({ wordings }: LedgerPaper, name: string): string {
  return wordings.get(name)?.text ?? "";
}
