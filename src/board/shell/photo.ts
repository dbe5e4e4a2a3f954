import { imageSize } from "image-size";

/** What browsers show and phones make, by what the bytes say of themselves. */
const FORMS: Readonly<Record<string, { readonly type: string; readonly ending: string }>> = {
  jpg: { type: "image/jpeg", ending: "jpg" },
  png: { type: "image/png", ending: "png" },
  gif: { type: "image/gif", ending: "gif" },
  webp: { type: "image/webp", ending: "webp" },
};

/** No phone's photo has more pixels; a small file that claims more would fill the memory of whoever opens it. */
const PIXELS = 120_000_000;

export type PhotoForm = { readonly type: string; readonly ending: string };

/** What sort of photo some bytes are, from their beginning alone: nothing is unpacked. Undefined: none, or one that is made to do harm. */
export function photoForm(bytes: Uint8Array): PhotoForm | undefined {
  try {
    const { type = "", width, height } = imageSize(bytes);
    return width > 0 && height > 0 && width * height <= PIXELS ? FORMS[type] : undefined;
  } catch {
    return undefined;
  }
}
