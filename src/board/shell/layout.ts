import { html } from "hono/html";
import type { Session } from "../sign-in/sessions.ts";
import { placesFor } from "./navigation.ts";

export type Html = ReturnType<typeof html>;

/** What every page of the board has around it. */
export type Framed = {
  readonly community: string;
  readonly bot: string;
  readonly isSandbox: boolean;
  readonly session: Session;
  readonly title: string;
  /** The place in the navigation that the page belongs to, such as `/tickets`. */
  readonly here: string;
  readonly main: Html;
};

/** A page of somebody who is signed in. It works without scripts; with them it shows at once what changed. */
export function page({ community, bot, isSandbox, session, title, here, main }: Framed): Html {
  const { actor, csrf } = session;
  return html`${head(`${title} · ${community}`)}
<body>
<a class="skip" href="#main">跳到正文</a>
<header class="bar">
  <p class="brand"><a href="/overview">${community}<span>${bot}看板</span></a></p>
  <nav aria-label="看板">
    <ul>${placesFor(actor.roles).map(({ path, name }) => html`<li><a href="${path}"${path === here ? html` aria-current="page"` : ""}>${name}</a></li>`)}</ul>
  </nav>
  <form class="me" method="post" action="/sign-out">
    <input type="hidden" name="csrf" value="${csrf}">
    <span>${actor.alias}</span><button type="submit" class="plain">退出</button>
  </form>
</header>
${isSandbox ? html`<p class="sandbox-note" role="note">这里是练习用的沙盒，人和事都是编的。<a href="/">去群里说话</a></p>` : ""}
<main id="main" tabindex="-1" data-live>
${main}
</main>
<script type="module" src="/page/board.js"></script>
</body>
</html>`;
}

/** A page with nothing around it: the way in, a refusal, a resident's own matter. */
export function bare(title: string, main: Html): Html {
  return html`${head(title)}
<body class="bare">
<main id="main" class="sheet">
${main}
</main>
</body>
</html>`;
}

function head(title: string): Html {
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="/page/icon.svg">
<link rel="stylesheet" href="/page/common.css">
<link rel="stylesheet" href="/page/matters.css">
<link rel="stylesheet" href="/page/board.css">
<link rel="stylesheet" href="/page/sheet.css">
<link rel="stylesheet" href="/page/list.css">
<link rel="stylesheet" href="/page/ticket.css">
<link rel="stylesheet" href="/page/overview.css">
<link rel="stylesheet" href="/page/halls.css">
<link rel="stylesheet" href="/page/print.css">
</head>`;
}
