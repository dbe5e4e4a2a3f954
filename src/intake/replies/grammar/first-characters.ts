/**
 * The characters that a match of a pattern can begin with, so that a message is tried only against rules that its first character fits.
 * Knows what the table of words uses: alternatives, groups, classes of single characters, lookaheads, `?` and `*`.
 */
export function firstCharacters(pattern: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const alternative of alternatives(pattern)) {
    for (const { atom, optional } of atoms(alternative)) {
      if (atom.startsWith("(?=") || atom.startsWith("(?!")) continue;
      for (const char of ofAtom(atom)) found.add(char);
      if (!optional) break;
    }
  }
  return found;
}

function ofAtom(atom: string): Iterable<string> {
  if (atom.startsWith("(?:")) return firstCharacters(atom.slice(3, -1));
  if (atom.startsWith("[")) return atom.slice(1, -1);
  return atom.replace("\\", "");
}

function alternatives(pattern: string): readonly string[] {
  const parts = [""];
  let depth = 0;
  for (const char of pattern) {
    if (char === "(" || char === "[") depth += 1;
    if (char === ")" || char === "]") depth -= 1;
    if (char === "|" && depth === 0) parts.push("");
    else parts[parts.length - 1] += char;
  }
  return parts;
}

function atoms(alternative: string): readonly { readonly atom: string; readonly optional: boolean }[] {
  const made: { atom: string; optional: boolean }[] = [];
  let at = 0;
  while (at < alternative.length) {
    const start = at;
    at = alternative[at] === "(" || alternative[at] === "[" ? closing(alternative, at) : at + (alternative[at] === "\\" ? 2 : 1);
    const atom = alternative.slice(start, at);
    const optional = alternative[at] === "?" || alternative[at] === "*";
    if (optional) at += 1;
    made.push({ atom, optional });
  }
  return made;
}

function closing(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === "(" || text[at] === "[") depth += 1;
    if (text[at] === ")" || text[at] === "]") depth -= 1;
    if (depth === 0) return at + 1;
  }
  return text.length;
}
