/** The element of that id. */
export const $ = (id) => document.querySelector(`#${id}`);

/**
 * Makes an element. Attributes that are functions become listeners; `undefined` and `false` leave an attribute out.
 * Children that are strings become text, never markup.
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (typeof value === "function") made.addEventListener(name, value);
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== undefined && child !== ""));
  return made;
}

/** Puts new children in; whoever had the focus keeps it (by `data-key`). */
export function refill(container, children) {
  const key = container.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  container.replaceChildren(...children);
  if (key === undefined) return;
  container.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus();
}

/** A name's picture, one or two characters: 5-1-302 王阿姨 is 王, 网格员罗强 is 罗强, the bot is the last of its name. */
export function face(alias, isBot) {
  const name = /\p{L}+/u.exec(alias.split(" ").at(-1))?.[0] ?? alias;
  const letters = isBot ? name.slice(-1) : /\d/.test(alias) || name.length <= 3 ? name.slice(0, 1) : name.slice(-2);
  const tint = [...alias].reduce((sum, char) => sum + char.codePointAt(0), 0) % 4;
  return element("span", { class: isBot ? "face bot" : `face tint-${tint}`, "aria-hidden": "true" }, letters);
}
