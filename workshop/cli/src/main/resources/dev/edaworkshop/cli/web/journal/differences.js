// What a station made of what it got, in words an attendee can follow.

const MAX_LINES = 40;

/**
 * How one payload differs from the one before: {words} if a sentence says it all, {changes: [{sign, path, value}]} if
 * not, with "+" for what is new, "−" for what is gone.
 */
export function differences(before, after) {
  if (before === after) {
    return { words: "unchanged" };
  }
  const [old, fresh] = [parsed(before), parsed(after)];
  const inside = fresh === undefined ? undefined : holder(fresh, before, old);
  if (inside !== undefined) {
    return { words: `wrapped: what it was before is now inside ${inside}` };
  }
  const unwrapped = old === undefined ? undefined : holder(old, after, fresh);
  if (unwrapped !== undefined) {
    return { words: `unwrapped: only what was inside ${unwrapped} went on` };
  }
  if (!isStructure(old) || !isStructure(fresh)) {
    return { words: "another text" };
  }
  const was = flat(old);
  const is = flat(fresh);
  const changes = [];
  for (const [path, value] of was) {
    if (is.get(path) !== value) {
      changes.push({ sign: "−", path, value });
    }
    if (is.has(path) && is.get(path) !== value) {
      changes.push({ sign: "+", path, value: is.get(path) });
    }
  }
  for (const [path, value] of is) {
    if (!was.has(path)) {
      changes.push({ sign: "+", path, value });
    }
  }
  return changes.length === 0
    ? { words: "the same content, written differently" }
    : { changes: changes.slice(0, MAX_LINES), more: Math.max(0, changes.length - MAX_LINES) };
}

/** The path whose value is a payload, as text or as JSON. */
function holder(structure, text, json) {
  const canonical = json === undefined ? undefined : JSON.stringify(json);
  const search = (value, path) => {
    if (path !== "" && (value === text || (canonical !== undefined && (same(value, canonical) || JSON.stringify(value) === canonical)))) {
      return path;
    }
    if (isStructure(value)) {
      for (const [name, part] of Object.entries(value)) {
        const found = search(part, step(path, name, value));
        if (found !== undefined) {
          return found;
        }
      }
    }
    return undefined;
  };
  return isStructure(structure) ? search(structure, "") : undefined;
}

function same(value, canonical) {
  return typeof value === "string" && JSON.stringify(parsed(value)) === canonical;
}

function flat(value, path = "", all = new Map()) {
  if (isStructure(value) && Object.keys(value).length > 0) {
    Object.entries(value).forEach(([name, part]) => flat(part, step(path, name, value), all));
  } else {
    all.set(path, JSON.stringify(value));
  }
  return all;
}

function step(path, name, parent) {
  return Array.isArray(parent) ? `${path}[${name}]` : path === "" ? name : `${path}.${name}`;
}

function isStructure(value) {
  return typeof value === "object" && value !== null;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
