// Takes from Tabler's style sheet the rules for bare elements and for the named classes, and the custom properties those use.

/** Splits a style sheet into its top-level statements: { head, body } for blocks. Comments are dropped first. */
function statements(css) {
  const found = [];
  let depth = 0;
  let start = 0;
  let open = -1;
  for (let i = 0; i < css.length; i++) {
    if (css[i] === "{") {
      if (depth++ === 0) open = i;
    } else if (css[i] === "}") {
      if (--depth === 0) {
        found.push({ head: css.slice(start, open).trim(), body: css.slice(open + 1, i) });
        start = i + 1;
      }
    } else if (css[i] === ";" && depth === 0) {
      start = i + 1;
    }
  }
  return found;
}

/** A selector stays if every class in it is wanted and it does not ask for another theme or direction. */
function wanted(selector, classes) {
  if (/\[(?!type|hidden|disabled|role)|::-webkit-(?!search|file|inner|outer)|:host/.test(selector)) return false;
  return [...selector.matchAll(/\.([\w-]+)/g)].every(([, name]) => classes.has(name));
}

function filter(css, classes) {
  return statements(css)
    .map(({ head, body }) => {
      if (head.startsWith("@media print")) return "";
      if (head.startsWith("@media") || head.startsWith("@supports")) {
        const inner = filter(body, classes);
        return inner && `${head}{${inner}}`;
      }
      if (head.startsWith("@")) return "";
      const selectors = head.split(/,(?![^(]*\))/).map((one) => one.trim());
      const kept = selectors.filter((one) => wanted(one, classes));
      return kept.length ? `${kept.join(",")}{${body}}` : "";
    })
    .join("\n");
}

/** Drops custom properties nobody reads, until none is left over. */
function dropUnread(css) {
  for (;;) {
    const read = new Set([...css.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name));
    const next = css.replace(/(^|[;{]|\n)\s*(--[\w-]+)\s*:[^;{}]*(;|(?=\}))/g, (whole, before, name) =>
      read.has(name) ? whole : before,
    );
    if (next === css) return css;
    css = next;
  }
}

export function keepOnly(css, parts) {
  return dropUnread(filter(css.replace(/\/\*[^]*?\*\//g, ""), new Set(parts)));
}
