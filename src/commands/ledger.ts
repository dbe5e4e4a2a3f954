import { ledgerSheet } from "../ledger/ledger-sheet.ts";
import { writeXlsx } from "../ledger/xlsx/write-xlsx.ts";
import { type House, loadHouse } from "../load-house.ts";
import type { Person } from "../shared/community.ts";
import { ConfigError } from "../shared/errors.ts";
import type { Instant } from "../shared/instant.ts";
import { keepDisclosure } from "../store/disclosures.ts";
import { streamLedger } from "../store/ledger-rows.ts";
import type { LedgerRow } from "../tickets/ledger-row.ts";
import type { XiaogeCommand } from "./command.ts";
import { isDay, type Options, readOptions } from "./options.ts";
import { personNamed } from "./person-named.ts";
import { withDatabase } from "./with-database.ts";
import { checkTarget, writeWhole } from "./write-file.ts";

const USAGE = "ledger --month 2026-11 --out FILE.xlsx (or --from 2026-11-01 --to 2026-11-30) [--unmasked --as NAME]";

/**
 * `ledger --month M --out FILE.xlsx`, or `--from D --to D`: every matter that was open in the period, one a line, with names, numbers and doors
 * masked and nothing of disputes but that they are there. `--unmasked --as NAME`: all of it, for the secretary; who asked is kept for ever.
 */
export const ledgerCommand: XiaogeCommand = {
  run: ({ arguments: args, config, write }) => {
    const options = readOptions(args, {
      values: ["--month", "--from", "--to", "--out", "--as"],
      flags: ["--unmasked"],
      usage: USAGE,
    });
    const file = options.values.get("--out");
    if (file === undefined || options.words.length > 0) throw new ConfigError("ledger", `is written: ${USAGE}`);
    checkTarget(file, ".xlsx");
    const house = loadHouse({ community: config.COMMUNITY_FILE, calendar: config.CALENDAR_FILE });
    const now = Date.now();
    const { from, to } = periodOf(house, options, now);
    const reader = readerOf(house, options);
    return withDatabase(config, async (database) => {
      if (reader !== undefined) await keepDisclosure(database, { at: now, by: reader.name, what: "ledger", from, to });
      const count = { rows: 0 };
      const rows = counted(streamLedger(database, from, to), count);
      await writeWhole(file, writeXlsx(ledgerSheet({ ...house, isOpen: reader !== undefined }, rows)));
      const how = reader === undefined ? "masked" : `unmasked, kept in the log as given to ${reader.name}`;
      write(`ok: ${count.rows} matters in ${file}, ${how}\n`);
      return 0;
    });
  },
};

async function* counted(rows: AsyncIterable<LedgerRow>, count: { rows: number }): AsyncGenerator<LedgerRow> {
  for await (const row of rows) {
    count.rows++;
    yield row;
  }
}

/** Both days of the period are in it; what has not happened yet is not. */
function periodOf({ desk }: House, { values }: Options, now: Instant): { readonly from: Instant; readonly to: Instant } {
  const { zone } = desk.calendar;
  const [month, from, to] = ["--month", "--from", "--to"].map((name) => values.get(name));
  if ((month === undefined) === (from === undefined && to === undefined))
    throw new ConfigError("ledger", `needs one period: ${USAGE}`);
  if (month !== undefined) {
    if (!isDay(`${month}-01`)) throw new ConfigError("--month", `"${month}" is not a month; write 2026-11`);
    const [year = 0, number = 1] = month.split("-").map(Number);
    const next = new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10);
    return span(zone.instant(`${month}-01`, 0, 0), zone.instant(next, 0, 0), now);
  }
  for (const [name, day] of [
    ["--from", from],
    ["--to", to],
  ] as const) {
    if (day === undefined || !isDay(day)) throw new ConfigError(name, `"${day ?? ""}" is not a day; write 2026-11-21`);
  }
  return span(zone.instant(from ?? "", 0, 0), zone.instant(to ?? "", 24, 0), now);
}

function span(from: Instant, end: Instant, now: Instant): { readonly from: Instant; readonly to: Instant } {
  if (end <= from) throw new ConfigError("--to", "is before --from; turn them round");
  if (from > now) throw new ConfigError("ledger", "is asked for a time that has not come yet; choose an earlier one");
  return { from, to: Math.min(end, now) };
}

/** The secretary who asks for names; undefined: masked. */
function readerOf({ desk }: House, { values, flags }: Options): Person | undefined {
  const name = values.get("--as");
  if (!flags.has("--unmasked")) {
    if (name !== undefined) throw new ConfigError("--as", "goes with --unmasked; the masked ledger needs no name");
    return undefined;
  }
  if (name === undefined) throw new ConfigError("--unmasked", "needs --as and the secretary's name");
  const person = personNamed(desk.community, name);
  if (!person.roles.includes("secretary"))
    throw new ConfigError("--as", `${person.name} is not a secretary; only they may read names and disputes`);
  return person;
}
