import { toString as draw } from "qrcode";

/**
 * Draws a login code with half blocks, for `write` (usually the terminal's error stream, so that logs stay clean). Never rejects:
 * a code that cannot be drawn is written out.
 */
export async function printQr(qr: string, write: (text: string) => void): Promise<void> {
  const picture = await draw(qr, { type: "terminal", small: true }).catch(() => "");
  write(`${picture}\n${qr}\n`);
}
