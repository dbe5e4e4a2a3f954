import type { Channel, Picture } from "./channel/channel.ts";
import type { Painter } from "./council/hearing/said.ts";
import type { CouncilRules } from "./council/rules.ts";
import type { Shelf } from "./council/shelf.ts";
import type { ReadAhead } from "./council/words/times.ts";
import type { Directory } from "./intake/directory.ts";
import type { Journal } from "./intake/journal.ts";
import type { Listening } from "./intake/listen.ts";
import type { QuietTime } from "./intake/reports/bursts.ts";
import type { Memory } from "./intake/reports/readers.ts";
import type { Pace } from "./outbox/pace.ts";
import type { Queue } from "./outbox/queue.ts";
import type { Calendar } from "./schedule/calendar.ts";
import type { Reports } from "./schedule/reports/create-reports.ts";
import type { Instant } from "./shared/instant.ts";
import type { Desked } from "./tickets/deciding/decide.ts";
import type { Desk } from "./tickets/desk.ts";
import type { Kind, Triage } from "./tickets/reading.ts";
import type { Register } from "./tickets/register.ts";
import type { Wordings } from "./tickets/saying/wording.ts";

/** Everything outside: the ports, the data people wrote, and time, chance and identity. */
export type Ports = {
  readonly channel: Channel;
  readonly journal: Journal;
  readonly register: Register;
  readonly shelf: Shelf;
  readonly rules: CouncilRules;
  readonly directory: Directory;
  readonly queue: Queue;
  readonly reports: Reports;
  readonly paint: Painter["paint"];
  readonly memory: Memory;
  readonly triage: Triage;
  readonly homeOf: Listening["homeOf"];
  /** Masks what belongs to a person in somebody's words. */
  readonly mask: (text: string, alias: string) => string;
  /** The same for numbers alone. */
  readonly maskNumbers: (text: string) => string;
  readonly readTime: Listening["readTime"];
  readonly readAhead: ReadAhead;
  readonly answerOf: Listening["answerOf"];
  readonly guesser: Listening["guesser"];
  readonly keepFile: (row: number, messageId: string, name: string) => Promise<void>;
  /** A picture that was painted before, by its path under the data folder. */
  readonly openPicture: (path: string) => Promise<Picture>;
  readonly desk: Desk;
  readonly calendar: Calendar;
  readonly wordings: Wordings;
  readonly flowFor: (kind: Kind) => Desked;
  readonly trackLink?: NonNullable<Listening["trackLink"]>;
  readonly boardLink?: NonNullable<Listening["boardLink"]>;
  readonly quietTime: QuietTime;
  readonly pace: Pace;
  /** The account may not speak; people say for it what is due. */
  readonly byHand: boolean;
  readonly clock: () => Instant;
  readonly random: () => number;
  readonly log: (event: string, fields: { readonly [key: string]: string | number }) => void;
};
