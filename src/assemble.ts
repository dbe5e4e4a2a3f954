import { type App, createApp } from "./app.ts";
import type { Channel } from "./channel/channel.ts";
import type { Config } from "./config.ts";
import { createFollowing } from "./council/follow-ups.ts";
import type { Memory } from "./intake/reports/readers.ts";
import type { House } from "./load-house.ts";
import { houseReports, painter } from "./load-reports.ts";
import { createMemory } from "./memory.ts";
import type { Polisher } from "./schedule/reports/polish.ts";
import type { Community } from "./shared/community.ts";
import type { Instant } from "./shared/instant.ts";
import type { Database } from "./store/database/open.ts";
import { createDirectory } from "./store/directory.ts";
import { createFiles } from "./store/files.ts";
import { createJournal } from "./store/journal.ts";
import { createPictures } from "./store/pictures.ts";
import { createQueue } from "./store/queue.ts";
import { createRegister } from "./store/register.ts";
import { createShelf } from "./store/shelf.ts";
import type { Triage } from "./tickets/reading.ts";
import { placeReader } from "./triage/place/place.ts";
import { maskNumbers, redactor } from "./triage/redact.ts";
import { aheadReader, whenReader } from "./triage/when/when.ts";

export type Log = (event: string, fields: { readonly [key: string]: string | number }) => void;

/** What differs between a service, a replay and a test. */
export type Surroundings = {
  readonly config: Config;
  readonly house: House;
  readonly database: Database;
  readonly channel: Channel;
  readonly triage: Triage;
  /** Smooths announcements, where a model is configured. */
  readonly polish?: Polisher;
  /** On the database itself unless another is given. */
  readonly memory?: Memory;
  /** Where there is a board: the address at which somebody opens it, once. */
  readonly boardLink?: (person: string, now: Instant) => Promise<string>;
  /** Where residents reach the board: the address of one's own matter. */
  readonly trackLink?: (ticket: number, person: string) => Promise<string>;
  readonly clock: () => Instant;
  readonly random: () => number;
  readonly log: Log;
};

/** Puts the adapters to the ports: the one place where both are known. */
export function assemble({
  config,
  house,
  database,
  channel,
  triage,
  clock,
  memory = createMemory(database, clock),
  random,
  polish,
  boardLink,
  trackLink,
  log,
}: Surroundings): App {
  const journal = createJournal(database);
  const register = createRegister(database);
  const shelf = createShelf(database);
  const write = createFiles(config.DATA_DIR, journal);
  const limit = config.ATTACHMENT_MEGABYTES * 1024 * 1024;
  return createApp({
    ...house,
    channel,
    triage,
    homeOf: homeReader(house.desk.community),
    mask: redactor(house.desk.community),
    maskNumbers,
    readAhead: aheadReader(house.desk.calendar),
    readTime: whenReader(house.desk.calendar.zone),
    answerOf: house.knowledge.answer,
    guesser: house.guesser,
    clock,
    random,
    log,
    journal,
    register,
    shelf,
    directory: createDirectory(database),
    queue: createQueue(database),
    paint: painter(config),
    reports: houseReports({
      config,
      house,
      database,
      council: createFollowing({ shelf, register, wordings: house.wordings }),
      ...(polish === undefined ? {} : { polish }),
    }),
    memory,
    ...(boardLink === undefined ? {} : { boardLink }),
    ...(trackLink === undefined ? {} : { trackLink }),
    quietTime: config.quietTime,
    pace: config.pace,
    byHand: config.SAY_BY_HAND,
    openPicture: createPictures(config.DATA_DIR).open,
    keepFile: async (row, messageId, name) => {
      const { bytes } = await channel.open(messageId, limit);
      await write(row, name, bytes);
    },
  });
}

/** Reads an address out of a name such as `3-2-501 李女士`. */
function homeReader(community: Community): Parameters<typeof createApp>[0]["homeOf"] {
  const read = placeReader(community);
  return (alias, room) => read({ text: "我家", alias, ...(room === undefined ? {} : { room }) });
}
