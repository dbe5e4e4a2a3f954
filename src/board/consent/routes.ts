import type { Hono } from "hono";
import { z } from "zod";
import type { Project } from "../../council/consent/project.ts";
import { mayBegin, mayOrder } from "../../council/permit.ts";
import { takeOrder } from "../council/take-order.ts";
import type { Told } from "../halls/forms.ts";
import { onlyFor } from "../halls/only-for.ts";
import type { BoardParts } from "../parts.ts";
import { fieldsOf } from "../shell/form.ts";
import { framed } from "../shell/framed.ts";
import { refuse } from "../shell/refuse.ts";
import { type BoardContext, type BoardEnv, visitorOf } from "../shell/visitor.ts";
import { projectList } from "./list-page.ts";
import { projectPage } from "./project-page.ts";

/** Whoever walks from door to door, and whoever answers for it. */
const WALKERS = ["secretary", "gridLead", "gridWorker", "mediator"] as const;
const MOST = 100;
const WORDS = { agreed: "同意", refused: "不同意", visited: "走访" } as const;
const Heard = z.object({
  home: z.string().trim().min(1).max(40),
  heard: z.enum(["agreed", "refused", "visited"]),
  text: z.string().trim().max(200).default(""),
  once: z.string().regex(/^[A-Za-z0-9_-]{20,60}$/),
});

/** Projects that need every household's consent: for staff who walk, and nobody else. */
export function showConsent(board: Hono<BoardEnv>, parts: BoardParts): void {
  const { council } = parts.halls;

  board.get("/consent", onlyFor(WALKERS), async (c) => {
    const found = await council.latest(["project"], MOST);
    const projects = found.filter((one): one is Project => one.kind === "project" && maySee(c, one));
    const main = projectList(projects, mayBegin(visitorOf(c).actor));
    return framed(c, parts, { title: "征询同意", here: "/consent", main });
  });

  const find = async (c: BoardContext): Promise<Project | undefined> => {
    const affair = await council.affair("project", Number(c.req.param("number")));
    return affair?.kind === "project" && maySee(c, affair) ? affair : undefined;
  };
  const show = async (c: BoardContext, told?: Told): Promise<Response> => {
    const project = await find(c);
    if (project === undefined) return refuse(c, "notFound");
    const shown = { session: visitorOf(c), project, sayTime: parts.sayTime, newOnce: parts.door.newToken, now: parts.clock() };
    const main = projectPage({ ...shown, ...(told === undefined ? {} : { told }) });
    return framed(c, parts, { title: `项目${project.number} ${project.title}`, here: "/consent", main });
  };
  board.get("/consent/:number{\\d{1,9}}", onlyFor(WALKERS), (c) => show(c));
  board.post("/consent/:number{\\d{1,9}}", onlyFor(WALKERS), async (c) => {
    const project = await find(c);
    if (project === undefined) return refuse(c, "notFound");
    const fields = await fieldsOf(c);
    if (fields?.["verb"] !== "word") {
      const told = await takeOrder(c, parts, "project", project.number);
      return typeof told === "string" ? refuse(c, told) : show(c, told);
    }
    const read = Heard.safeParse(fields);
    if (!read.success) return refuse(c, "unreadable");
    const { home, heard, text, once } = read.data;
    // A semicolon, a new line, or another door behind a comma would begin the words of another household.
    const words = `${home} ${WORDS[heard]} ${text}`
      .replace(/[;；\n]+/g, "，")
      .replace(/[,，\s]+(?=\d{1,3}-\d|\d{1,2}号楼)/g, "·")
      .trim();
    const told = await council.order({
      by: visitorOf(c).actor,
      kind: "project",
      number: project.number,
      verb: "word",
      words,
      once,
    });
    return told === undefined ? refuse(c, "notFound") : show(c, told);
  });
}

function maySee(c: BoardContext, project: Project): boolean {
  return mayOrder(visitorOf(c).actor, "show", project);
}
