import { sayClock, sayDay } from "../../schedule/say-day.ts";
import type { Instant } from "../../shared/instant.ts";
import type { Zone } from "../../shared/zone.ts";
import type { Database } from "../../store/database/open.ts";

/** Something that was posted. */
export type Post = { readonly key: string; readonly at: Instant; readonly to: string; readonly text: string };

/** Everything that the database says was said, in order. */
export async function postsOf({ db }: Database): Promise<readonly Post[]> {
  const rows = await db
    .selectFrom("outbox")
    .select(["key", "said_at", "room", "alias", "text"])
    .where("state", "=", "said")
    .orderBy("said_at")
    .orderBy("key")
    .execute();
  return rows.map(({ key, said_at, room, alias, text }) => ({
    key,
    at: said_at ?? 0,
    to: [room, alias === null ? undefined : `@${alias}`].filter((part) => part !== undefined && part !== null).join(" "),
    text: text ?? "",
  }));
}

const HEAD = `# What the sample community's bot says by itself in 2026

Everything that was posted when the year was run through the real app (\`assemble\`) on a SQLite file and Wechaty's mock puppet, on a clock that
jumps from one due moment to the next; nobody wrote anything. The calendar is \`seeds/calendar.yaml\`; holidays and make-up days are those of
the State Council's notice for 2026. What one day says in several groups or at several times is one line, and so is what is said every day
of a month, with how often; \`/\` is a new line of the post.

Made by \`node src/testing/year/write-year.ts\`; \`src/testing/year/year.test.ts\` makes it again and compares.
`;

/** What is said on so many days of a month is one line for the month. */
const DAILY = 20;

/** The posts as a list for people, by months: what is said every day first, then day by day; one day's posts with the same words are one line. */
export function yearList(posts: readonly Post[], zone: Zone): string {
  const months = Map.groupBy(posts.map(unnumbered), ({ at }) => zone.day(at).slice(0, 7));
  const parts = [...months].map(([month, own]) => {
    const daily = [...Map.groupBy(own, ({ to, text }) => `${to} · ${text}`).values()].filter(
      (same) => new Set(same.map(({ at }) => zone.day(at))).size >= DAILY,
    );
    const rest = own.filter((post) => !daily.some((same) => same.includes(post)));
    return [`## ${month}`, "", ...daily.map((same) => everyDay(same, zone)), ...dayByDay(rest, zone)].join("\n");
  });
  return `${[HEAD, ...parts].join("\n\n").replace(/\n{3,}/g, "\n\n")}\n`;
}

/** Each round has a number of its own; its words are the same. */
function unnumbered(post: Post): Post {
  return { ...post, text: post.text.replace(/【巡查\d+】/, "【巡查】") };
}

function everyDay(same: readonly Post[], zone: Zone): string {
  const days = [...new Set(same.map(({ at }) => zone.day(at)))];
  const times = [...new Set(same.map(({ at }) => sayClock(zone.local(at))))].join("、");
  const [first] = same;
  const span = `${sayDay(days[0] ?? "")}至${sayDay(days.at(-1) ?? "")}，${days.length}天${same.length}次`;
  return `- 每天 ${times}（${span}） · ${first?.to} · ${first?.text.replace(/\n/g, " / ")}`;
}

function dayByDay(posts: readonly Post[], zone: Zone): readonly string[] {
  return [...Map.groupBy(posts, ({ at }) => zone.day(at))].flatMap(([day, own]) =>
    [...Map.groupBy(own, ({ text }) => text)].map(([text, same]) => {
      const times = [...new Set(same.map(({ at }) => sayClock(zone.local(at))))].join("、");
      const rooms = [...new Set(same.map(({ to }) => to))].join("、");
      return `- ${sayDay(day)} ${times} · ${rooms} · ${text.replace(/\n/g, " / ")}`;
    }),
  );
}
