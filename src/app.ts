import type { ChannelStatus } from "./channel/channel.ts";
import { beginFromCalendar, convene } from "./convene.ts";
import { type Begun, beginAffair } from "./council/hearing/begin.ts";
import { takeSaid } from "./council/hearing/hear.ts";
import { type Ordered, orderInWords } from "./council/order-affair.ts";
import { ringNextAffair } from "./council/ring-next.ts";
import type { Recorded } from "./intake/journal.ts";
import { createLanes } from "./intake/lanes.ts";
import { type Listening, listen, readBurst } from "./intake/listen.ts";
import type { Message } from "./intake/message.ts";
import { createRecorder } from "./intake/recorder.ts";
import { createEvidence } from "./intake/replies/evidence.ts";
import { createBursts } from "./intake/reports/bursts.ts";
import { createOpenMatters } from "./intake/reports/open-matters.ts";
import { createRecent } from "./intake/reports/recent.ts";
import { createRollCall, type RollCall } from "./intake/roll-call.ts";
import { createSweeper } from "./intake/sweeper.ts";
import { createMouth } from "./outbox/mouth.ts";
import { createOutbox } from "./outbox/outbox.ts";
import type { Ports } from "./ports.ts";
import { type Firing, fireDue, nextFiring } from "./schedule/fire-due.ts";
import { DAY, type Instant, MINUTE } from "./shared/instant.ts";
import type { Command } from "./tickets/command.ts";
import type { Office } from "./tickets/keep.ts";
import { carryOut, type Done, ringNext } from "./tickets/office.ts";
import { recountWhenChanged } from "./tickets/recount-all.ts";

export type App = {
  /** A message came. Resolves when it is safe on disk; what follows goes on by itself, in the room's turn. */
  readonly hear: (message: Message) => Promise<void>;
  /** Somebody orders something about a ticket by another road than chat. Roles are checked all the same. */
  readonly act: (number: number, command: Command) => Promise<Done | undefined>;
  /** Somebody orders or begins something of the council's by another road than chat; roles are checked as in chat. */
  readonly council: {
    readonly order: (given: Parameters<typeof orderInWords>[1]) => Promise<Ordered>;
    readonly begin: (given: Parameters<typeof beginAffair>[1]) => Promise<Begun>;
  };
  /** Time has passed: whatever is due happens. */
  readonly tick: () => Promise<void>;
  /** A minute has begun: whatever the calendar says happens, and what a process that died was saying is looked after. */
  readonly strike: () => Promise<void>;
  /** When something will next be due; undefined: nothing. */
  readonly nextDue: () => Promise<Instant | undefined>;
  readonly status: (status: ChannelStatus) => Promise<void>;
  /** Takes up what the last process left. `alone`: no other process shares the database. */
  readonly load: (alone: boolean) => Promise<void>;
  /** Resolves when nothing is being worked on. */
  readonly idle: () => Promise<void>;
  readonly rollCall: RollCall;
};

/** How long a sentence may be on its way before its process counts as dead. */
const LEASE = MINUTE;
/** How long after a stop the calendar still knows where it was. */
const REMEMBERED = 40 * DAY;

/** The line in code: hear, act, tick (DESIGN: One way through). */
export function createApp(ports: Ports): App {
  const { channel, register, clock, log } = ports;
  const rollCall = createRollCall(ports.directory, ports.desk.community);
  const bursts = createBursts(ports.quietTime);
  const evidence = createEvidence();
  const sweeper = createSweeper(ports.journal);
  const record = createRecorder(ports.journal);
  const lanes = createLanes((lane, error) =>
    log("line failed", { lane, why: error instanceof Error ? error.message : String(error) }),
  );
  const office: Office = { ...ports, reachable: rollCall.reachable };
  const mouth = createMouth(channel, rollCall, ports.openPicture);
  const outbox = createOutbox({ ...ports, mouth, calendar: ports.desk.calendar });
  const council = convene(ports, office, rollCall);
  const firing: Firing = {
    ...ports,
    begin: (entry, moment, sentences, now) => beginFromCalendar(council, entry, moment, sentences, now),
  };
  const listening: Listening = {
    ...ports,
    office,
    council: (said, now) => takeSaid(council, said, now),
    rollCall,
    bursts,
    evidence,
    recent: createRecent(),
    journal: { ...ports.journal, settle: sweeper.settle },
    keepPerson: rollCall.keep,
    personNamed: rollCall.named,
    openMatters: createOpenMatters(register, clock),
    presentRooms: async () => (await channel.rooms()).map(({ id }) => id),
    keepFiles: (lines) => void lanes.run("files", () => keepFiles(lines.map(({ line }) => line))),
  };
  let looked: Instant | undefined;
  let ticking: Promise<void> | undefined;

  const keepFiles = async (lines: readonly Recorded[]): Promise<void> => {
    for (const line of lines) {
      if (line.message.attachment === undefined) continue;
      await ports
        .keepFile(line.row, line.message.id, line.message.attachment.name)
        .catch((error: unknown) =>
          log("file not kept", { row: line.row, why: error instanceof Error ? error.message : String(error) }),
        );
    }
  };
  /** Lines whose handling threw (the database was away, say): they are safe on disk and are tried again at the next strike. */
  const failed: Recorded[] = [];
  const inTurn = (lines: readonly Recorded[], work: () => Promise<void>): void => {
    const [first] = lines;
    if (first === undefined) return;
    const attempt = async (): Promise<void> => {
      try {
        await work();
      } catch (error) {
        failed.push(...lines);
        throw error;
      }
    };
    void lanes.run(laneOf(first.message), attempt);
  };
  const laneOf = ({ room, speaker }: Message): string => room?.topic ?? `dm:${speaker.id}`;
  const readDue = (now: Instant): void => {
    for (const { lines } of bursts.takeDue(now)) inTurn(lines, () => readBurst(listening, lines, clock()));
  };
  const take = (line: Recorded): void => {
    inTurn([line], async () => {
      await listen(listening, line, clock());
      if (ports.quietTime.quiet === 0) readDue(clock());
    });
  };
  const tick = async (): Promise<void> => {
    const now = clock();
    readDue(now);
    while (await ringNext(office, now));
    while (await ringNextAffair(council, now));
    await outbox.speak();
  };

  return {
    rollCall,
    hear: async (message) => {
      const heardAt = clock();
      const row = await record(message, heardAt);
      if (row !== undefined) take({ row, message, heardAt });
    },
    council: {
      order: (given) => orderInWords(council, given, clock()),
      begin: (given) => beginAffair(council, given, clock()),
    },
    act: (number, command) => carryOut(office, number, command, clock()),
    tick: () => {
      // Two ticks at once would each think that nobody has spoken yet.
      ticking ??= tick().finally(() => {
        ticking = undefined;
      });
      return ticking;
    },
    strike: async () => {
      const now = clock();
      // Another process may have looked meanwhile; and a clock that jumped back looks again at what it has passed.
      const since = Number((await ports.memory.get("calendar:looked")) ?? looked ?? now);
      await fireDue(firing, Math.min(since, now), now);
      await ports.memory.set("calendar:looked", now, REMEMBERED);
      looked = now;
      await ports.queue.recover(now - LEASE);
      await ports.journal.settle(evidence.forgotten(now), "dropped");
      for (const line of failed.splice(0)) take(line);
      const missing = await ports.journal.missingFiles(now - DAY);
      if (missing.length > 0) void lanes.run("files", () => keepFiles(missing));
    },
    nextDue: async () => {
      const next = [
        bursts.next(),
        await register.nextTimer(),
        await ports.shelf.nextDue(),
        // What waits for a person's hands rings no clock.
        ports.byHand ? undefined : await ports.queue.next(),
        nextFiring(firing, looked ?? clock()),
      ];
      const known = next.filter((at) => at !== undefined);
      return known.length === 0 ? undefined : Math.min(...known);
    },
    status: async (status) => {
      if (status.state !== "online") return;
      rollCall.loggedIn(status.self.id);
      await rollCall.meetRooms(await channel.rooms());
    },
    load: async (alone) => {
      await rollCall.load();
      const { again, held } = await ports.queue.recover(alone ? clock() + 1 : clock() - LEASE);
      const left = await ports.journal.unsettled();
      if (again + held + left.length > 0) log("taken up", { again, held, messages: left.length });
      for (const line of left) take(line);
      const recounted = await recountWhenChanged(office, ports.memory, clock());
      if (recounted > 0) log("limits recounted", { tickets: recounted });
    },
    idle: async () => {
      await lanes.idle();
      await sweeper.idle();
    },
  };
}
