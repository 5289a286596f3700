// Finds dependencies that no source names. What a package brings in for its features alone stands in
// [package.metadata.cargo-machete] of its Cargo.toml, where cargo-machete looks as well.

/** Source text without its comments, so that a mention is not taken for a use. */
function code(source) {
  return source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/\/\/.*$/gm, "");
}

/** Whether Rust source uses a crate: in a path, a `use` or a macro. */
export function names(source, crate) {
  const word = crate.replaceAll("-", "_");
  return new RegExp(`(^|[^\\w.])${word}\\s*(::|!)|\\buse\\s+${word}\\b|\\bextern\\s+crate\\s+${word}\\b`).test(code(source));
}

/**
 * The dependencies of a package (of `cargo metadata`) that its sources do not name, a line each. `sources` has the
 * Rust texts by kind: a normal dependency is looked for in `src`, one for tests anywhere.
 */
export function unused(entry, sources) {
  const ignored = new Set(entry.metadata?.["cargo-machete"]?.ignored ?? []);
  const found = [];
  for (const dependency of entry.dependencies) {
    const name = dependency.rename ?? dependency.name;
    const texts = dependency.kind === "dev" ? [...sources.src, ...sources.tests] : sources.src;
    const isUsed = texts.some((text) => names(text, name));
    if (!isUsed && !ignored.has(name)) found.push(`${entry.name} names ${name} in Cargo.toml and nowhere else`);
    if (isUsed && ignored.has(name)) found.push(`${entry.name} uses ${name}, which its list of exceptions need not name`);
  }
  return found;
}
