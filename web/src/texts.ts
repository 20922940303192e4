/** Texts that script needs, written into the page by the server from the message files. */
let texts: Record<string, string> | undefined;

/** The text of a code, with {0}, {1} … filled in; an unknown code prints as itself. */
export function text(code: string, ...args: (string | number)[]): string {
  texts ??= read();
  return fill(texts[code] ?? code, args);
}

/** The text of a code in its form for one or for many; `.one` and `.many` follow the code. */
export function count(code: string, number: number): string {
  return text(`${code}.${number === 1 ? 'one' : 'many'}`, number);
}

/** A pattern with its numbered places filled. */
export function fill(pattern: string, args: (string | number)[]): string {
  return pattern.replace(/\{(\d+)\}/g, (place, index) => String(args[Number(index)] ?? place));
}

function read(): Record<string, string> {
  const block = document.getElementById('texts')?.textContent;
  return block ? (JSON.parse(block) as Record<string, string>) : {};
}
