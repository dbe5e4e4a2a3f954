import type { Context, MiddlewareHandler } from "hono";

const OWN_NAMES: readonly string[] = ["localhost", "127.0.0.1", "[::1]"];

/** Nothing from elsewhere, nothing inline: the page's own files are all it needs. */
const HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Referrer-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Cache-Control": "no-store",
};

/** Puts the safe headers on every answer. */
export const safeHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(HEADERS)) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
};

/** Refuses a request that calls us by a name that is not ours: another site's name may be made to point here (DNS rebinding). */
export function ownName(hosts: readonly string[]): MiddlewareHandler {
  return async (c, next) => {
    const host = (c.req.header("host") ?? new URL(c.req.url).host).toLowerCase();
    const name = host.replace(/:\d+$/, "");
    if ([...OWN_NAMES, ...hosts].some((own) => own === host || own === name)) return next();
    return c.text("这个地址打不开小格的页面。请用 http://127.0.0.1 打开；要用别的名字，请设置 BOARD_URL。", 403);
  };
}

/** Refuses an order that another site's page sends through the visitor's browser. Programs that are no browser send neither header. */
export const ownPage: MiddlewareHandler = async (c, next) => {
  if (comesFromElsewhere(c)) return c.json({ error: "只能在小格自己的页面上说话。" }, 403);
  if (!/^application\/json(?:;|$)/i.test(c.req.header("content-type") ?? "")) return c.json({ error: "请以 JSON 发送。" }, 400);
  return next();
};

/** Whether the browser says that another site's page sent this. */
export function comesFromElsewhere(c: Context, hosts: readonly string[] = []): boolean {
  const origin = c.req.header("origin");
  const site = c.req.header("sec-fetch-site");
  const host = c.req.header("host") ?? new URL(c.req.url).host;
  const isOwn = (own: string): boolean => origin === undefined || sameHost(origin, own);
  return ![host, ...hosts].some(isOwn) || (site !== undefined && site !== "same-origin");
}

function sameHost(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === host.toLowerCase();
}
