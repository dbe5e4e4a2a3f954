import { photoForm } from "../shell/photo.ts";

/** A photo that somebody showed in the sandbox. */
type Photo = { readonly name: string; readonly bytes: Uint8Array };

/** Kept in memory only, and only the latest: it is a sandbox. */
const KEPT = 20;

export type Photos = {
  /** Takes a photo in under a name of our own; undefined when it is no picture that a phone makes. */
  readonly keep: (bytes: Uint8Array) => Photo | undefined;
  readonly open: (name: string) => (Photo & { readonly type: string }) | undefined;
};

/** Remembers the photos shown on the page, so that the chat can show them. */
export function createPhotos(): Photos {
  const kept = new Map<string, Photo & { readonly type: string }>();
  let count = 0;
  return {
    keep: (bytes) => {
      const form = photoForm(bytes);
      if (form === undefined) return undefined;

      count += 1;
      const photo = { name: `photo-${count}.${form.ending}`, bytes };
      kept.set(photo.name, { ...photo, type: form.type });
      const [oldest] = kept.keys();
      if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
      return photo;
    },
    open: (name) => kept.get(name),
  };
}
