import type { Hono } from "hono";
import type { Told } from "../halls/forms.ts";
import { onlyFor } from "../halls/only-for.ts";
import { STAFF } from "../halls/roles.ts";
import type { BoardParts } from "../parts.ts";
import { fieldsOf } from "../shell/form.ts";
import { framed } from "../shell/framed.ts";
import { refuse } from "../shell/refuse.ts";
import { type BoardContext, type BoardEnv, visitorOf } from "../shell/visitor.ts";
import { peoplePage } from "./people-page.ts";

/** Who is who, for staff; the secretary makes the codes by which accounts are bound. */
export function showPeople(board: Hono<BoardEnv>, parts: BoardParts): void {
  const { people } = parts.halls;
  const { community } = parts.desk;
  const show = async (c: BoardContext, told?: Told): Promise<Response> => {
    const groups = await people.groups();
    const main = peoplePage({
      session: visitorOf(c),
      community,
      bound: people.bound(),
      groups,
      roleName: parts.door.roleName,
      ...(told === undefined ? {} : { told }),
    });
    return framed(c, parts, { title: "人员和群", here: "/people", main });
  };
  board.get("/people", onlyFor(STAFF), (c) => show(c));
  board.post("/people", onlyFor(["secretary"]), async (c) => {
    const name = (await fieldsOf(c))?.["name"];
    const person = community.people.find((one) => one.name === name);
    if (person === undefined) return refuse(c, "notFound");
    const code = await people.newCode(person.name);
    return show(c, {
      text: `${person.alias}的绑定码是 ${code}。请本人私聊${community.bot}发“绑定 ${code}”，24小时内有效，只能用一次。请当面或打电话告诉本人。`,
    });
  });
}
