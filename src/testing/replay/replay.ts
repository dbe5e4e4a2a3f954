import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { App } from "../../app.ts";
import { assemble } from "../../assemble.ts";
import { createSandbox, type Sandbox } from "../../channel/sandbox/sandbox.ts";
import { readConfig } from "../../config.ts";
import { fromRoot, type House, loadHouse } from "../../load-house.ts";
import { loadOffline } from "../../load-triage.ts";
import { passTime } from "../../pass-time.ts";
import { letStaffIn } from "../../sandbox-rules.ts";
import { ConfigError } from "../../shared/errors.ts";
import { MINUTE } from "../../shared/instant.ts";
import { migrate, openDatabase } from "../../store/database/open.ts";
import { announcementsOnly } from "./announcements-only.ts";
import { type CaseLine, loadCase } from "./case-file.ts";
import { type Outcome, outcomeOf, type Utterance } from "./outcome.ts";
import { createVirtualClock, momentOf, type VirtualClock } from "./virtual-clock.ts";

/** What people said, for whoever reads along. */
export type Heard = { readonly at: string; readonly to: string; readonly who: string; readonly text: string };

/** An outcome together with the lines that led to it. */
export type Played = Outcome & { readonly heard: readonly Heard[] };

/** How long after its last line a conversation goes on, so that the bot can finish. */
const AFTERWARDS = 3 * MINUTE;

const PHOTO = Uint8Array.from(
  atob(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q==",
  ),
  (char) => char.charCodeAt(0),
);

/**
 * Plays a whole conversation on a virtual clock, through the real Wechaty on the mock puppet and a real database of its own.
 * Throws ConfigError with file and line for whatever is wrong in the file. Without `hasFriends` no resident has added the bot as a friend
 * before they write to it alone.
 */
export async function replay(file: string, hasFriends = true): Promise<Played> {
  const { value: script, where } = loadCase(file);
  const whole = loadHouse({ community: besideOrRoot(script.community, file), calendar: "seeds/calendar.yaml" });
  const house = script.calendar === "whole" ? whole : announcementsOnly(whole);
  checkLines(script.lines, house, where);

  const clock = createVirtualClock(Date.parse(script.start));
  const dataDir = mkdtempSync(join(tmpdir(), "xiaoge-replay-"));
  const database = openDatabase({ dataDir });
  const { community } = house.desk;
  const strangers = hasFriends ? script.strangers : residentsIn(script.lines, house);
  const rooms = community.rooms.map(({ topic }) => topic);
  const sandbox = createSandbox({ rooms, bot: community.bot, clock: clock.now, strangers });
  try {
    await migrate(database);
    const config = readConfig({ DATA_DIR: dataDir });
    const app = assemble({
      config,
      house,
      database,
      channel: sandbox.channel,
      triage: loadOffline(community),
      clock: clock.now,
      random: () => 0.5,
      log: () => {},
    });
    const said: Utterance[] = [];
    sandbox.onSaid(({ id, at, room, contact, text }) => said.push({ id, at, to: room ?? `dm:${contact ?? ""}`, text }));
    await enter(app, sandbox, house);
    const heard: Heard[] = [];
    await play({ app, sandbox, clock, house, said, heard }, script.lines);
    const outcome = await outcomeOf(database, house, said);
    return { ...outcome, heard };
  } finally {
    await sandbox.channel.stop();
    await database.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** A community's path is from the project's root, or beside the case. */
function besideOrRoot(path: string, file: string): string {
  const beside = join(dirname(file), path);
  return existsSync(beside) ? beside : fromRoot(path);
}

function checkLines(lines: readonly CaseLine[], { desk }: House, where: (path: readonly PropertyKey[]) => string): void {
  const ids = new Set<string>();
  for (const [index, line] of lines.entries()) {
    if (line.room !== undefined && !desk.community.rooms.some(({ topic }) => topic === line.room)) {
      throw new ConfigError(where(["lines", index, "room"]), `there is no room "${line.room}" in ${desk.community.name}`);
    }
    for (const key of ["again", "recalls"] as const) {
      const id = line[key];
      if (id !== undefined && !ids.has(id))
        throw new ConfigError(where(["lines", index, key]), `no line before has the id "${id}"`);
    }
    if (line.quotes !== undefined && !/^bot(?:#|【)/.test(line.quotes) && !ids.has(line.quotes)) {
      throw new ConfigError(
        where(["lines", index, "quotes"]),
        `quotes "${line.quotes}"; write bot#1, bot【会议1】, or the id of a line before`,
      );
    }
    if (line.id !== undefined) ids.add(line.id);
  }
}

function residentsIn(lines: readonly CaseLine[], { desk }: House): readonly string[] {
  const staff = desk.community.people.map(({ alias }) => alias);
  return lines.flatMap(({ who = [] }) => who).filter((who) => !staff.includes(who));
}

/** Starts the channel and lets the staff in as the sandbox does: they need no code here. `alone`: no other process shares the database. */
export async function enter(app: App, sandbox: Sandbox, house: House, alone = true): Promise<void> {
  await app.load(alone);
  await sandbox.channel.start({ hear: app.hear, status: (status) => void app.status(status) });
  await letStaffIn(app, sandbox, house);
}

type Scene = {
  readonly app: App;
  readonly sandbox: Sandbox;
  readonly clock: VirtualClock;
  readonly house: House;
  readonly said: readonly Utterance[];
  readonly heard: Heard[];
};

async function play(scene: Scene, lines: readonly CaseLine[]): Promise<void> {
  const { clock, house } = scene;
  const spoken = new Map<string, { readonly who: string; readonly text: string }>();
  let before = clock.now();
  for (const line of lines) {
    const at = momentOf(line.at, before, house.desk.calendar.zone);
    await passTime(scene.app, clock, at);
    await perform(scene, line, spoken);
    await scene.app.idle();
    before = at;
  }
  await passTime(scene.app, clock, before + AFTERWARDS);
}

async function perform(
  { sandbox, house, said, clock, heard }: Scene,
  line: CaseLine,
  spoken: Map<string, { who: string; text: string }>,
): Promise<void> {
  if (line.again !== undefined) return sandbox.deliverAgain(line.again);
  if (line.recalls !== undefined) return sandbox.recall(line.recalls);
  if (line.who === undefined) return;

  const who = house.desk.community.people.find(({ name, alias }) => alias === line.who || name === line.who)?.alias ?? line.who;
  const place = line.room === undefined ? {} : { room: line.room };
  const text =
    line.quotes === undefined
      ? (line.says ?? "")
      : quote(house, said, spoken, line.quotes, line.room ?? `dm:${who}`, line.says ?? "");
  const mentions = text.includes(`@${house.desk.community.bot}`) ? [house.desk.community.bot] : [];
  const photo = line.image ?? line.file;
  const shown = [line.says, photo === undefined ? undefined : `［${photo}］`].filter((part) => part !== undefined).join(" ");
  heard.push({ at: house.desk.calendar.zone.iso(clock.now()), to: line.room ?? `dm:${who}`, who, text: shown });
  if (line.id !== undefined) spoken.set(line.id, { who, text: line.says ?? "" });
  if (line.says !== undefined) {
    await sandbox.speak({ who, ...place, text, mentions, ...(line.id === undefined ? {} : { id: line.id }) });
  }
  if (photo !== undefined) {
    const attachment = { name: photo, bytes: PHOTO };
    const own = line.says === undefined && line.id !== undefined ? { id: line.id } : {};
    await sandbox.speak({ who, ...place, ...own, ...(line.image === undefined ? { file: attachment } : { image: attachment }) });
  }
}

/** A quote as WeChat sends it (CHANNEL: Quotes): the bot's latest sentence about a ticket or with such a mark, or a line said before. */
function quote(
  house: House,
  said: readonly Utterance[],
  spoken: ReadonlyMap<string, { who: string; text: string }>,
  quotes: string,
  here: string,
  text: string,
): string {
  const number = /^bot#(\d+)$/.exec(quotes)?.[1];
  const mark = /^bot(【.+】)$/.exec(quotes)?.[1];
  const about = said.filter(({ text: words }) =>
    mark === undefined ? number !== undefined && new RegExp(`#${number}(?!\\d)`).test(words) : words.includes(mark),
  );
  const last = about.findLast(({ to }) => to === here) ?? about.at(-1);
  const line = spoken.get(quotes);
  const quoted = line ?? { who: house.desk.community.bot, text: last?.text ?? "" };
  return `「${quoted.who}：${quoted.text}」\n- - - - - - - - - - - - - - -\n${text}`;
}
