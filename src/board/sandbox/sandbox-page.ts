import { html } from "hono/html";
import type { BoardParts } from "../parts.ts";

const STYLES = ["common", "layout", "story", "faces", "chats", "chat", "compose", "matters", "time", "narrow"];

/** The sandbox: groups, chat and matters. What is in them comes by server-sent events (`page/sandbox.js`). */
export function sandboxPage({ community, bot }: BoardParts) {
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${community} · ${bot}的练习场</title>
<link rel="icon" href="/page/icon.svg">
${STYLES.map(
  (name) => html`<link rel="stylesheet" href="/page/${name}.css">
`,
)}<script type="module" src="/page/sandbox.js"></script>
</head>
<body data-bot="${bot}" data-view="chat">
<a class="skip" href="#text">跳到输入框</a>
<header class="top">
  <h1>${community}<span>${bot}的练习场</span></h1>
  <p class="clock"><time id="now"></time></p>
  <p id="status" class="status" role="status">正在连上${bot}…</p>
  <a class="to-board" href="/sign-in">看板</a>
</header>
<section class="story" aria-labelledby="story-name">
  <div class="story-head">
    <h2 id="story-name">三分钟看懂${bot}</h2>
    <ol id="story-steps" aria-label="进度"></ol>
    <span id="story-count"></span>
    <button type="button" id="story-fold" aria-expanded="true" aria-controls="story-body">收起</button>
  </div>
  <div id="story-body" class="story-body">
    <p id="story-look" role="status">这里是练习用的小社区，说什么都只留在这台电脑里，不会发到微信。按绿色按钮一步步看，也可以随时自己说话。</p>
    <button type="button" id="story-do"></button>
  </div>
</section>
<nav class="tabs" aria-label="切换">
  <button type="button" data-view="chats">群聊<span class="count" id="unread" hidden></span></button>
  <button type="button" data-view="chat">对话</button>
  <button type="button" data-view="matters">在办事项<span class="count" id="open" hidden></span></button>
</nav>
<div class="desk">
  <nav id="chats" class="chats" aria-label="聊天列表"></nav>
  <main class="talk">
    <div id="columns" class="columns"></div>
    <form id="say" class="say">
      <p id="chat-hint" class="chat-hint"></p>
      <div class="who">
        <b id="where"></b>
        <label for="who">以谁的身份说话</label>
        <select id="who"></select>
        <span id="newcomer" class="newcomer" hidden>
          <label for="alias">门牌号和称呼</label>
          <input id="alias" autocomplete="off" placeholder="例如 5-1-302 王阿姨">
          <button type="button" id="move-in">就用这个身份</button>
        </span>
      </div>
      <p id="quote" class="strip" hidden><span></span><button type="button">不引用了</button></p>
      <p id="photo-name" class="strip" hidden><span></span><button type="button">不发这张</button></p>
      <p id="refused" class="refused" role="alert" hidden></p>
      <div class="line">
        <label class="hidden" for="text">说的话</label>
        <textarea id="text" rows="2" maxlength="2000" placeholder="像在微信里一样说话"></textarea>
        <label class="photo"><input type="file" class="hidden" id="photo" accept="image/jpeg,image/png,image/gif,image/webp"><span>照片</span></label>
        <button type="button" id="chain" title="加入最新的接龙，没有就起一个">接龙</button>
        <button type="submit">发送</button>
      </div>
      <p id="waiting" class="waiting" role="status"></p>
    </form>
  </main>
  <aside class="side" aria-label="事项和时间">
    <section class="matters-part" aria-labelledby="matters-name" tabindex="0">
      <h2 id="matters-name">在办事项</h2>
      <div id="matters"></div>
    </section>
    <section class="time-part" aria-labelledby="ahead-name">
      <h2 id="ahead-name">接下来</h2>
      <p id="night" class="night" hidden></p>
      <div class="travel" role="group" aria-label="时间快进">
        <button type="button" data-travel="10m">+10 分钟</button>
        <button type="button" data-travel="1h">+1 小时</button>
        <button type="button" data-travel="1d">+1 天</button>
        <button type="button" data-travel="next">到下一件</button>
        <button type="button" data-travel="morning" id="morning" hidden>到早上</button>
      </div>
      <p class="note">只有练习场能快进。路上该发生的事按先后一件件发生；到了夜里，${bot}照样不打扰人。</p>
      <ul id="ahead" class="ahead"></ul>
    </section>
  </aside>
</div>
<noscript><p class="note">这一页要打开浏览器的 JavaScript 才能用。</p></noscript>
</body>
</html>`;
}
