import { html, raw } from "hono/html";
import { toString as draw } from "qrcode";
import type { BoardParts, ChannelStatus, TicketRow } from "../parts.ts";
import { stepBar } from "./step-bar.ts";

type Html = ReturnType<typeof html>;

/** How the channel is, with the code to scan, and the open matters without a word of their content: there is no sign-in yet. */
export async function channelPage(parts: BoardParts, tickets: readonly TicketRow[]): Promise<Html> {
  const open = tickets.filter(({ state }) => state === "open");
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${parts.community} · ${parts.bot}</title>
<link rel="icon" href="/page/icon.svg">
<link rel="stylesheet" href="/page/common.css">
<link rel="stylesheet" href="/page/matters.css">
<link rel="stylesheet" href="/page/channel.css">
<script type="module" src="/page/channel.js"></script>
</head>
<body>
<header class="top"><h1>${parts.community}<span>${parts.bot}</span></h1></header>
<main class="channel">
  ${await banner(parts, parts.status())}
  <section aria-labelledby="open-name">
    <h2 id="open-name">在办 ${open.length} 件</h2>
    ${open.length === 0 ? html`<p class="empty">现在没有在办的事。居民在群里说的事，${parts.bot}记下后会排在这里。</p>` : html`<ul class="matters">${open.map((ticket) => row(parts, ticket))}</ul>`}
  </section>
  <p class="note">这一页不用登录，所以只显示编号、步骤和时间。要看全部，请私聊${parts.bot}发“看板”，用它回的链接进来。</p>
</main>
</body>
</html>`;
}

async function banner({ bot, iso, sayTime }: BoardParts, status: ChannelStatus): Promise<Html> {
  switch (status.state) {
    case "starting":
      return html`<section class="banner" role="status"><h2>${bot}正在连接微信…</h2><p>一般不到一分钟，这一页会自己更新。</p></section>`;
    case "scan": {
      const picture = await draw(status.qr, { type: "svg", margin: 2 }).catch(() => "");
      const code =
        picture === ""
          ? html`<p>这个二维码画不出来，请看运行${bot}的终端。</p>`
          : html`<div class="qr" role="img" aria-label="微信登录二维码">${raw(picture)}</div>`;
      return html`<section class="banner scan" role="status"><h2>请用${bot}的微信扫码登录</h2>${code}<p>微信 → 右上角 ＋ → 扫一扫，然后在手机上点“登录”。二维码过期会自动换新的。</p></section>`;
    }
    case "online":
      return html`<section class="banner good" role="status"><h2>${bot}在线</h2><p>微信名 ${status.self.name}，<time datetime="${iso(status.since)}">${sayTime(status.since)}</time>上线。</p></section>`;
    case "offline":
      return html`<section class="banner bad" role="status"><h2>${bot}掉线了，正在自己重连</h2><p><time datetime="${iso(status.since)}">${sayTime(status.since)}</time>起收不到消息：${plainly(status.reason)}</p><p>群里有急事请打电话。十分钟还没好，请看运行${bot}的终端，或重新启动。</p><details><summary>技术说明</summary><code>${status.reason}</code></details></section>`;
  }
}

/** The channel's reasons are for programmers. */
function plainly(reason: string): string {
  if (/logged out|logout/i.test(reason)) return "微信退出了登录，可能在别处登录了，或手机上点了退出。";
  if (/UNAVAILABLE|ECONNREFUSED|ENOTFOUND|does not answer|timed? ?out|too long/i.test(reason))
    return "连不上微信的接入服务，可能是网络断了，或服务没有开。";
  return "和微信的连接断了。";
}

function row({ iso, sayTime }: BoardParts, { number, step, due }: TicketRow): Html {
  const promised = due === undefined ? "" : html`<time datetime="${iso(due)}">${sayTime(due)}前</time>`;
  return html`<li class="matter"><h3>#${number}</h3>${stepBar(step)}<p>${promised}</p></li>`;
}
