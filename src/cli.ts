import "./schedule/at-greenwich.ts";
import { enableCompileCache } from "node:module";
import { createInterface } from "node:readline";
import pino from "pino";
import type { XiaogeCommand } from "./commands/command.ts";
import { readConfig } from "./config.ts";
import { ChannelError, ConfigError, FlowError, StoreError } from "./shared/errors.ts";

/** Each command is loaded when it is asked for: `triage` need not wait for Wechaty. */
const COMMANDS: Readonly<Record<string, { readonly usage: string; readonly load: () => Promise<XiaogeCommand> }>> = {
  serve: {
    usage: "serve [--role all]      run the bot and its page",
    load: async () => (await import("./commands/serve.ts")).serveCommand,
  },
  replay: {
    usage: "replay FILE [--json]    play a conversation from seeds/cases",
    load: async () => (await import("./commands/replay.ts")).replayCommand,
  },
  triage: {
    usage: "triage < LINES.jsonl    sort messages: {id, text, room?, alias?} in, one reading a line out",
    load: async () => (await import("./commands/triage.ts")).triageCommand,
  },
  verify: {
    usage: "verify                  check that nothing in the history was changed or removed",
    load: async () => (await import("./commands/verify.ts")).verifyCommand,
  },
  migrate: {
    usage: "migrate                 bring the tables up to date",
    load: async () => (await import("./commands/migrate.ts")).migrateCommand,
  },
  report: {
    usage: "report week|month|year [--date D] [--out DIR]  the period's report; the week with each group's announcement",
    load: async () => (await import("./commands/report.ts")).reportCommand,
  },
  ledger: {
    usage:
      "ledger --month M --out FILE.xlsx  every matter of a month (or --from D --to D), masked; --unmasked --as NAME for the secretary",
    load: async () => (await import("./commands/ledger.ts")).ledgerCommand,
  },
  paper: {
    usage: "paper referral|rectification|mediation|minutes N --out FILE.docx [--as NAME]  a card, notice, agreement or minutes",
    load: async () => (await import("./commands/paper.ts")).paperCommand,
  },
  calendar: {
    usage: "calendar [--from D] [--to D]  what the calendar will say on these days, where, and why then",
    load: async () => (await import("./commands/calendar.ts")).calendarCommand,
  },
  client: {
    usage: "client add|remove NAME, client list  programs of the city that may use /open311/v2; a key is shown once",
    load: async () => (await import("./commands/client.ts")).clientCommand,
  },
  backup: {
    usage: "backup FILE             a copy of the embedded database",
    load: async () => (await import("./commands/backup.ts")).backupCommand,
  },
  restore: {
    usage: "restore FILE            put a copy back where no database is",
    load: async () => (await import("./commands/backup.ts")).restoreCommand,
  },
  doctor: {
    usage: "doctor                  look at everything the service needs",
    load: async () => (await import("./commands/doctor.ts")).doctorCommand,
  },
  train: {
    usage: "train                   learn the classifier's weights anew from seeds/utterances",
    load: async () => (await import("./commands/train.ts")).trainCommand,
  },
  eval: {
    usage: "eval [FOLDER]           measure triage on our labelled lists, and on those of a folder",
    load: async () => (await import("./commands/eval.ts")).evalCommand,
  },
  folds: {
    usage: "folds                   how well each fifth of our utterances is read by what the others teach (minutes)",
    load: async () => (await import("./commands/folds.ts")).foldsCommand,
  },
  near: {
    usage: "near [FOLDER]           how alike our utterances are to one another, and to the texts of a folder",
    load: async () => (await import("./commands/near.ts")).nearCommand,
  },
  act: {
    usage: "act NUMBER WORDS --as NAME  an order about a ticket, in the words of a reply",
    load: async () => (await import("./commands/act.ts")).actCommand,
  },
  maps: {
    usage: "maps                    draw the flows into docs/flows.md",
    load: async () => (await import("./commands/maps.ts")).mapsCommand,
  },
  code: {
    usage: "code NAME               a one-time code by which a member of staff binds their account",
    load: async () => (await import("./commands/code.ts")).codeCommand,
  },
};

// What was compiled once need not be compiled again at the next start.
enableCompileCache();

/** Runs one command. Bad input is one line on the error stream and exit 2; nothing is changed. */
async function run([name = "", ...args]: readonly string[]): Promise<number> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    process.stderr.write(
      `xiaoge: "${name}" is not a command; one of:\n${Object.values(COMMANDS)
        .map(({ usage }) => `  ${usage}\n`)
        .join("")}`,
    );
    return 2;
  }
  try {
    const config = readConfig(process.env);
    const logger = pino({ level: config.LOG_LEVEL }, pino.destination(2));
    const { run: carryOut } = await command.load();
    return await carryOut({
      arguments: args,
      config,
      environment: process.env,
      log: (event, fields) => logger.info(fields, event),
      input: createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }),
      write: (text) => process.stdout.write(text),
      warn: (text) => process.stderr.write(text),
    });
  } catch (error) {
    process.stderr.write(`xiaoge ${name}: ${oneLine(error)}\n`);
    return isTheirs(error) ? 2 : 1;
  }
}

/** Errors that the person at the terminal can mend. */
function isTheirs(error: unknown): boolean {
  return (
    error instanceof ConfigError || error instanceof FlowError || error instanceof ChannelError || error instanceof StoreError
  );
}

function oneLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\s*\n\s*/g, " ");
}

const status = await run(process.argv.slice(2));
// A puppet may leave timers behind; everything of ours has been closed by now. What was written must still reach a pipe.
process.stdout.write("", () => process.exit(status));
