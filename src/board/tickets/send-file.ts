import type { Matter } from "../../tickets/register.ts";
import type { BoardParts } from "../parts.ts";
import { photoForm } from "../shell/photo.ts";
import { refuse } from "../shell/refuse.ts";
import type { BoardContext } from "../shell/visitor.ts";
import type { Sight } from "./sight.ts";

/** Files that are shown as photos; anything else is only handed over to be kept. */
const PHOTO = /\.(?:jpe?g|png|gif|webp)$/;

/** A photo or file that belongs to a ticket, by the number of its message: nothing of an address ever becomes a path. */
export async function sendFile(c: BoardContext, parts: BoardParts, { ticket }: Matter, sight: Sight): Promise<Response> {
  const id = c.req.param("id") ?? "";
  if (!/^\d{1,15}$/.test(id) || (sight !== "whole" && sight !== "work")) return refuse(c, "notFound");

  const line = (await parts.finder.said(ticket.number)).find((one) => String(one.id) === id);
  const bytes = line?.file === undefined ? undefined : await parts.openFile(line.file);
  if (line?.file === undefined || bytes === undefined) return refuse(c, "notFound");

  const ending = /\.(\w{1,5})$/.exec(line.file)?.[1] ?? "bin";
  const form = PHOTO.test(line.file) ? photoForm(bytes) : undefined;
  if (form === undefined && PHOTO.test(line.file)) return refuse(c, "noPhoto");
  return c.body(Uint8Array.from(bytes), 200, {
    "Content-Type": form?.type ?? "application/octet-stream",
    "Content-Disposition": `${form === undefined ? "attachment" : "inline"}; filename="${ticket.number}-${id}.${ending}"`,
    "Content-Security-Policy": "default-src 'none'; sandbox",
  });
}
