import type { Hono } from "hono";
import { plusDays } from "../../shared/zone.ts";
import { onlyFor } from "../halls/only-for.ts";
import { STAFF } from "../halls/roles.ts";
import type { BoardParts } from "../parts.ts";
import { framed } from "../shell/framed.ts";
import type { BoardEnv } from "../shell/visitor.ts";
import { calendarPage } from "./calendar-page.ts";

/** What will be said in the next 7 or 30 days, for staff. */
export function showCalendar(board: Hono<BoardEnv>, parts: BoardParts): void {
  board.get("/calendar", onlyFor(STAFF), (c) => {
    const { calendar } = parts.desk;
    const now = parts.clock();
    const today = calendar.zone.day(now);
    const days = c.req.query("days") === "30" ? 30 : 7;
    const items = parts.halls.calendar.preview(now, calendar.zone.instant(plusDays(today, days), 0, 0) - 1);
    const main = calendarPage({ today, days, items, isWorkday: calendar.isWorkday });
    return framed(c, parts, { title: "日历", here: "/calendar", main });
  });
}
