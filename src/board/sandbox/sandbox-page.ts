import { html } from "hono/html";
import type { BoardParts } from "../parts.ts";

/** The sandbox: groups, chat and matters. What is in them comes by server-sent events (`page/sandbox.js`). */
export function sandboxPage({ community, bot }: BoardParts) {
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${community} · ${bot}的练习场</title>
<link rel="icon" href="/page/icon.svg">
<link rel="stylesheet" href="/page/common.css">
<link rel="stylesheet" href="/page/layout.css">
<link rel="stylesheet" href="/page/faces.css">
<link rel="stylesheet" href="/page/chats.css">
<link rel="stylesheet" href="/page/chat.css">
<link rel="stylesheet" href="/page/compose.css">
<link rel="stylesheet" href="/page/matters.css">
<link rel="stylesheet" href="/page/narrow.css">
<script type="module" src="/page/sandbox.js"></script>
</head>
<body data-bot="${bot}" data-view="chat">
<a class="skip" href="#text">跳到输入框</a>
<header class="top">
  <h1>${community}<span>${bot}的练习场</span></h1>
  <a class="to-board" href="/sign-in">看板</a>
  <p id="status" class="status" role="status">正在连上${bot}…</p>
</header>
<details id="welcome" class="welcome" open>
  <summary>这里是练习用的小社区，说什么都只留在这台电脑里，不会发到微信。试三件事：</summary>
  <ol>
    <li><button type="button" data-try="report"><b>当居民报一件事</b><span>在居民群里说：5号楼楼道灯坏了</span></button></li>
    <li><button type="button" data-try="handle"><b>当网格员接手</b><span>在工作群里回“确认”，修好后回“办结 灯泡换好了”</span></button></li>
    <li><button type="button" data-try="rate"><b>回来当居民评价</b><span>私聊${bot}说“满意”，或“没解决”</span></button></li>
  </ol>
</details>
<nav class="tabs" aria-label="切换">
  <button type="button" data-view="chats">群聊<span class="count" id="unread" hidden></span></button>
  <button type="button" data-view="chat">对话</button>
  <button type="button" data-view="matters">在办事项<span class="count" id="open" hidden></span></button>
</nav>
<div class="desk">
  <nav id="chats" class="chats" aria-label="聊天列表"></nav>
  <main class="talk">
    <div class="chat-head"><h2 id="chat-name"></h2><p id="chat-hint"></p></div>
    <div id="lines" class="lines" role="log" aria-label="聊天记录" tabindex="0"></div>
    <form id="say" class="say">
      <div class="who">
        <label for="who">以谁的身份说话</label>
        <select id="who"></select>
        <span id="newcomer" class="newcomer" hidden>
          <label for="alias">门牌号和称呼</label>
          <input id="alias" maxlength="40" autocomplete="off" placeholder="例如 5-1-302 王阿姨">
          <button type="button" id="move-in">就用这个身份</button>
        </span>
      </div>
      <p id="quote" class="quote" hidden><span></span><button type="button">不引用了</button></p>
      <p id="photo-name" class="photo-name" hidden><span></span><button type="button">不发这张</button></p>
      <p id="refused" class="refused" role="alert" hidden></p>
      <div class="line">
        <label class="hidden" for="text">说的话</label>
        <textarea id="text" rows="2" maxlength="2000" placeholder="像在微信群里一样说话。回车发送"></textarea>
        <label class="photo"><input type="file" id="photo" accept="image/jpeg,image/png,image/gif,image/webp"><span>照片</span></label>
        <button type="submit">发送</button>
      </div>
      <p id="waiting" class="waiting" role="status"></p>
    </form>
  </main>
  <aside class="side" aria-labelledby="matters-name">
    <h2 id="matters-name">在办事项</h2>
    <div id="matters"></div>
  </aside>
</div>
<noscript><p class="note">这一页要打开浏览器的 JavaScript 才能用。</p></noscript>
</body>
</html>`;
}
