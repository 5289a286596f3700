// Holds the licence of every package in the tree against the list in deny.toml.

/** The allowed licences and the exceptions by package, from the text of deny.toml. */
export function allowance(deny) {
  const section = deny.split(/^\[licenses\]$/m)[1]?.split(/^\[/m)[0] ?? "";
  const quoted = (text) => [...text.matchAll(/"([^"]+)"/g)].map((match) => match[1]);
  const allowed = new Set(quoted(section.match(/^allow = \[(.*?)\]/ms)?.[1] ?? ""));
  const exceptions = new Map();
  for (const [, name, list] of section.matchAll(/\{ crate = "([^"]+)", allow = \[([^\]]*)\] \}/g)) {
    exceptions.set(name, new Set(quoted(list)));
  }
  if (allowed.size === 0) throw new Error("deny.toml lists no allowed licence");
  return { allowed, exceptions };
}

/**
 * Whether a licence expression can be satisfied: `OR` needs one side, `AND` both. An exception to a licence
 * (`WITH ...`) only ever permits more, so the licence alone decides.
 */
export function satisfied(expression, isAllowed) {
  const tokens = expression.replaceAll("/", " OR ").match(/[()]|[^\s()]+/g) ?? [];
  let next = 0;
  const either = () => {
    let holds = both();
    while (tokens[next] === "OR") {
      next += 1;
      const right = both();
      holds ||= right;
    }
    return holds;
  };
  const both = () => {
    let holds = one();
    while (tokens[next] === "AND") {
      next += 1;
      const right = one();
      holds &&= right;
    }
    return holds;
  };
  const one = () => {
    const token = tokens[next];
    next += 1;
    if (token === "(") {
      const holds = either();
      if (tokens[next] !== ")") throw new Error(`an open bracket in ${expression}`);
      next += 1;
      return holds;
    }
    if (tokens[next] === "WITH") next += 2;
    return token !== undefined && isAllowed(token);
  };
  const holds = either();
  if (next !== tokens.length) throw new Error(`not a licence expression: ${expression}`);
  return holds;
}

/** What is wrong with the packages of `cargo metadata`, a line each. */
export function objections(packages, { allowed, exceptions }) {
  const found = [];
  for (const { name, version, license } of packages) {
    const here = exceptions.get(name);
    if (!license) {
      found.push(`${name} ${version} names no licence`);
    } else if (!satisfied(license, (id) => allowed.has(id) || here?.has(id))) {
      found.push(`${name} ${version} is under ${license}, which deny.toml does not allow`);
    }
  }
  for (const name of exceptions.keys()) {
    if (!packages.some((entry) => entry.name === name)) found.push(`deny.toml excepts ${name}, which is not in the tree`);
  }
  return found;
}
