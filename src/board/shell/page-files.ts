import { readFileSync } from "node:fs";

/** A file that runs or is read in the browser as it is written here: there is no build step. */
export type PageFile = { readonly type: string; readonly text: string };

const SCRIPT = "text/javascript; charset=utf-8";
const STYLE = "text/css; charset=utf-8";
/** Each by its own URL, so that a tool that looks for unused files sees that these are used. */
const FILES: readonly { readonly name: string; readonly type: string; readonly at: URL }[] = [
  { name: "sandbox.js", type: SCRIPT, at: new URL("../page/sandbox.js", import.meta.url) },
  { name: "chat.js", type: SCRIPT, at: new URL("../page/chat.js", import.meta.url) },
  { name: "chats.js", type: SCRIPT, at: new URL("../page/chats.js", import.meta.url) },
  { name: "compose.js", type: SCRIPT, at: new URL("../page/compose.js", import.meta.url) },
  { name: "desk.js", type: SCRIPT, at: new URL("../page/desk.js", import.meta.url) },
  { name: "element.js", type: SCRIPT, at: new URL("../page/element.js", import.meta.url) },
  { name: "matters.js", type: SCRIPT, at: new URL("../page/matters.js", import.meta.url) },
  { name: "chain.js", type: SCRIPT, at: new URL("../page/chain.js", import.meta.url) },
  { name: "send.js", type: SCRIPT, at: new URL("../page/send.js", import.meta.url) },
  { name: "steps.js", type: SCRIPT, at: new URL("../page/steps.js", import.meta.url) },
  { name: "story.js", type: SCRIPT, at: new URL("../page/story.js", import.meta.url) },
  { name: "time.js", type: SCRIPT, at: new URL("../page/time.js", import.meta.url) },
  { name: "channel.js", type: SCRIPT, at: new URL("../page/channel.js", import.meta.url) },
  { name: "board.js", type: SCRIPT, at: new URL("../page/board.js", import.meta.url) },
  { name: "copy.js", type: SCRIPT, at: new URL("../page/copy.js", import.meta.url) },
  { name: "halls.css", type: STYLE, at: new URL("../page/halls.css", import.meta.url) },
  { name: "board.css", type: STYLE, at: new URL("../page/board.css", import.meta.url) },
  { name: "list.css", type: STYLE, at: new URL("../page/list.css", import.meta.url) },
  { name: "ticket.css", type: STYLE, at: new URL("../page/ticket.css", import.meta.url) },
  { name: "overview.css", type: STYLE, at: new URL("../page/overview.css", import.meta.url) },
  { name: "sheet.css", type: STYLE, at: new URL("../page/sheet.css", import.meta.url) },
  { name: "print.css", type: STYLE, at: new URL("../page/print.css", import.meta.url) },
  { name: "common.css", type: STYLE, at: new URL("../page/common.css", import.meta.url) },
  { name: "layout.css", type: STYLE, at: new URL("../page/layout.css", import.meta.url) },
  { name: "faces.css", type: STYLE, at: new URL("../page/faces.css", import.meta.url) },
  { name: "chats.css", type: STYLE, at: new URL("../page/chats.css", import.meta.url) },
  { name: "chat.css", type: STYLE, at: new URL("../page/chat.css", import.meta.url) },
  { name: "compose.css", type: STYLE, at: new URL("../page/compose.css", import.meta.url) },
  { name: "matters.css", type: STYLE, at: new URL("../page/matters.css", import.meta.url) },
  { name: "narrow.css", type: STYLE, at: new URL("../page/narrow.css", import.meta.url) },
  { name: "story.css", type: STYLE, at: new URL("../page/story.css", import.meta.url) },
  { name: "time.css", type: STYLE, at: new URL("../page/time.css", import.meta.url) },
  { name: "channel.css", type: STYLE, at: new URL("../page/channel.css", import.meta.url) },
  { name: "icon.svg", type: "image/svg+xml", at: new URL("../page/icon.svg", import.meta.url) },
];

/** The page's own files by name; nothing else can be asked for. */
export function loadPageFiles(): ReadonlyMap<string, PageFile> {
  return new Map(FILES.map(({ name, type, at }) => [name, { type, text: readFileSync(at, "utf8") }]));
}
