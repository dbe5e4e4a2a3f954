import type { Hono } from "hono";
import { deleteCookie, setCookie } from "hono/cookie";
import { html } from "hono/html";
import { MINUTE } from "../../shared/instant.ts";
import type { BoardParts } from "../parts.ts";
import { fieldsOf } from "../shell/form.ts";
import { bare } from "../shell/layout.ts";
import { refuse } from "../shell/refuse.ts";
import { addressOf, type BoardContext, type BoardEnv, cookieName } from "../shell/visitor.ts";
import { createLimiter } from "./limits.ts";
import { createLinks } from "./links.ts";
import { SESSION_LIVES, type Sessions } from "./sessions.ts";

/** Links that one address may try in ten minutes: enough for an office, nothing for guessing. */
const TRIES = 30;

/** The ways in and out: one-time links, the sandbox's choice of a person, signing out. */
export function showSignIn(board: Hono<BoardEnv>, parts: BoardParts, sessions: Sessions): void {
  const { door, clock, sandbox } = parts;
  const links = createLinks(door.memory, door.newToken, clock);
  const tries = createLimiter(TRIES, 10 * MINUTE, clock);

  const letIn = async (c: BoardContext, person: string): Promise<Response> => {
    const before = c.get("session");
    if (before !== undefined) await sessions.end(before);
    const token = await sessions.begin(person);
    if (token === undefined) return refuse(c, "usedUp");
    setCookie(c, cookieName(door.isSecure), token, {
      path: "/",
      httpOnly: true,
      sameSite: "Lax",
      secure: door.isSecure,
      maxAge: SESSION_LIVES / 1_000,
    });
    return c.redirect("/overview", 303);
  };

  // Opening a link shows a button: WeChat looks at links before people do, and must not use them up.
  board.get("/in/:token", async (c) => {
    if (!tries.allows(addressOf(c))) return refuse(c, "tooOften");
    const isGood = await links.isGood(c.req.param("token"));
    return isGood ? c.html(enterPage(parts)) : refuse(c, "usedUp");
  });
  board.post("/in/:token", async (c) => {
    if (!tries.allows(addressOf(c))) return refuse(c, "tooOften");
    const person = await links.take(c.req.param("token"));
    return person === undefined ? refuse(c, "usedUp") : letIn(c, person);
  });
  board.get("/sign-in", (c) => c.html(sandbox === undefined ? askPage(parts) : choosePage(parts)));
  board.post("/sign-in", async (c) => {
    const person = (await fieldsOf(c))?.["person"];
    if (sandbox === undefined || person === undefined) return refuse(c, "notFound");
    return letIn(c, person);
  });
  board.post("/sign-out", async (c) => {
    const session = c.get("session");
    if (session !== undefined) await sessions.end(session);
    deleteCookie(c, cookieName(door.isSecure), { path: "/", secure: door.isSecure });
    return c.redirect("/sign-in", 303);
  });
}

function enterPage({ community, bot }: BoardParts) {
  return bare(
    `${bot}看板`,
    html`<h1>${community}</h1><p>点下面的按钮进入${bot}看板。</p>
<form method="post"><button type="submit" class="big">进入看板</button></form>
<p class="note">这个链接只能用一次，请不要转给别人。</p>`,
  );
}

function askPage({ community, bot }: BoardParts) {
  return bare(
    `${bot}看板`,
    html`<h1>${community}</h1>
<p>请在微信里私聊${bot}，发“看板”两个字。${bot}会回您一个链接，十分钟内点开就能进来。</p>
<p class="note">没有账号和密码。社区名单里的工作人员和单位联系人才能要链接。</p>`,
  );
}

function choosePage({ community, bot, door }: BoardParts) {
  return bare(
    `${bot}看板 · 沙盒`,
    html`<h1>${community}</h1>
<p class="sandbox-note" role="note">这里是练习用的沙盒，人和事都是编的，所以选一个身份就能进看板。接上微信以后，要私聊${bot}发“看板”，用一次性链接进来。</p>
<form method="post" action="/sign-in">
<fieldset><legend>您想以谁的身份看？</legend>
<ul class="faces">${door.people().map(({ name, alias, roles }) => html`<li><button type="submit" name="person" value="${name}"><b>${alias}</b><span>${roles.map(door.roleName).join("、")}</span></button></li>`)}</ul>
</fieldset></form>
<p><a href="/">回群聊</a></p>`,
  );
}
