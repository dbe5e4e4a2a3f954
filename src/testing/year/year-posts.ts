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
the State Council's notice for 2026. What one day says in several groups or at several times is one line; \`/\` is a new line of the post.

Made by \`node src/testing/year/write-year.ts\`; \`src/testing/year/year.test.ts\` makes it again and compares.
`;

/** The posts as a list for people, by months; one day's posts with the same words are one line. */
export function yearList(posts: readonly Post[], zone: Zone): string {
  const lines = [HEAD];
  let month = "";
  for (const [day, own] of Map.groupBy(posts, ({ at }) => zone.day(at))) {
    if (day.slice(0, 7) !== month) {
      month = day.slice(0, 7);
      lines.push(`## ${month}\n`);
    }
    for (const [text, same] of Map.groupBy(own, (post) => post.text)) {
      const times = [...new Set(same.map(({ at }) => sayClock(zone.local(at))))].join("、");
      const rooms = [...new Set(same.map(({ to }) => to))].join("、");
      lines.push(`- ${sayDay(day)} ${times} · ${rooms} · ${text.replace(/\n/g, " / ")}`);
    }
  }
  return `${lines
    .join("\n")
    .replace(/\n## /g, "\n\n## ")
    .replace(/\n{3,}/g, "\n\n")}\n`;
}
