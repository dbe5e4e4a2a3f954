import type { Context } from "hono";
import { html } from "hono/html";
import { bare } from "./layout.ts";

/** Why a page is not shown; each with its status and what to do. */
const REFUSALS = {
  notFound: { status: 404, title: "没有这一页", text: "可能是编号不对，或者这件事不归您看。" },
  notYours: { status: 403, title: "这一页不归您看", text: "要看这一页，请找社区书记。" },
  badForm: {
    status: 403,
    title: "这次没有办成",
    text: "页面放得太久，或者不是从小格自己的页面发出的。请回到上一页，刷新后再试。",
  },
  tooOften: { status: 429, title: "操作太快了", text: "请过几分钟再试。" },
  tooLarge: { status: 413, title: "发来的内容太大了", text: "请写短一些再发。" },
  noPhoto: {
    status: 415,
    title: "这张照片打不开",
    text: "发来的不是照片，或者大得不正常，为了安全没有打开。请对方重新拍一张发来。",
  },
  usedUp: {
    status: 410,
    title: "这个链接已经用过或过期了",
    text: "一个链接只能用一次，十分钟内有效。请再私聊小格发“看板”，要一个新的。",
  },
  unreadable: { status: 400, title: "没看懂这次请求", text: "请回到上一页再试。" },
  failed: { status: 500, title: "页面出错了", text: "请再试一次；还不行，请告诉管小格的人。" },
} as const;
export type RefusalName = keyof typeof REFUSALS;

/** A page that says plainly what was refused and what to do. */
export function refuse(c: Context, name: RefusalName): Response | Promise<Response> {
  const { status, title, text } = REFUSALS[name];
  return c.html(bare(title, html`<h1>${title}</h1><p>${text}</p><p><a class="button quiet" href="/">回首页</a></p>`), status);
}
