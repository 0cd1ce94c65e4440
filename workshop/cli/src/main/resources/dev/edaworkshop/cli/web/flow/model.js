// What the picture knows: stations, ways, and what has happened on each. No drawing here.

/** Outside the cloud: whoever publishes and calls, and programs that read queues. */
export const OUTSIDE = "outside";
export const READER = "outside reader";

const HANDED_ON = new Set(["PUBLISHED", "DELIVERED", "RECEIVED", "REDRIVEN", "REQUESTED", "API_CALL"]);
const AT_STATION = new Set(["UNROUTED", "RETURNED", "THREW", "ANSWERED"]);
/** These go back along the way that the event came. */
const BACK = new Set(["DELETED", "VISIBLE_AGAIN"]);

/** How something that happened looks: by shape and word, not only by colour. */
export const OUTCOMES = {
  passed: { symbol: "●", word: "handed on" },
  filtered: { symbol: "⊘", word: "filtered out" },
  retried: { symbol: "↻", word: "tried again" },
  throttled: { symbol: "‖", word: "throttled" },
  dead: { symbol: "◆", word: "given up to a dead-letter queue" },
  failed: { symbol: "✕", word: "refused, denied or lost" },
};

export function outcome(kind) {
  switch (kind) {
    case "FILTERED":
    case "DEDUPLICATED":
      return "filtered";
    case "RETRY_SCHEDULED":
    case "VISIBLE_AGAIN":
      return "retried";
    case "THROTTLED":
      return "throttled";
    case "DEAD_LETTERED":
      return "dead";
    case "REFUSED":
    case "LOST":
    case "DENIED":
    case "UNROUTED":
    case "THREW":
      return "failed";
    default:
      return "passed";
  }
}

export function wayId(from, to) {
  return `${from} ${to}`;
}

/** The way and the direction that a hop of a kind between two stations belongs to; null if it stays at a station. */
export function wayOf(kind, from, to) {
  if (from === "" || to === "" || from === to || AT_STATION.has(kind) || to === "further") {
    return null;
  }
  if (BACK.has(kind)) {
    return { from: to, to: from === OUTSIDE ? READER : from };
  }
  return { from, to: to === OUTSIDE ? READER : to };
}

/** The station where a hop happened that went no way; "" if none. */
export function stationOf(kind, from, to) {
  return AT_STATION.has(kind) || to === "" || from === to ? from : from === "" ? to : "";
}

export class Model {
  stations = new Map();
  ways = new Map();
  #version = 0;

  /** Grows when stations or ways come or go. */
  get version() {
    return this.#version;
  }

  /** Takes over what is deployed; what has happened is kept where the way is still there. */
  deploy(graph) {
    const before = this.ways;
    this.stations = new Map(graph.stations.map((station) => [station.id, this.#station(station)]));
    this.stations.set(OUTSIDE, this.#station({ id: OUTSIDE, kind: "OUTSIDE", name: "You, your programs", fullName: "", note: "" }));
    this.ways = new Map();
    for (const way of graph.ways) {
      for (const end of [way.from, way.to]) {
        if (!this.stations.has(end)) {
          this.stations.set(end, this.#station({ id: end, kind: "MISSING", name: shortName(end), fullName: end, note: "does not exist" }));
        }
      }
      const id = wayId(way.from, way.to);
      const known = this.ways.get(id);
      if (known) {
        known.reasons.push(way); // one picture line for two reasons: two rules' targets, a destination and a queue
      } else {
        this.ways.set(id, { id, from: way.from, to: way.to, reasons: [way], kinds: {}, seen: false, why: "" });
      }
    }
    for (const [id, way] of before) {
      const now = this.ways.get(id);
      if (now) {
        now.kinds = way.kinds;
        now.why = way.why;
      } else if (Object.keys(way.kinds).length > 0 && this.stations.has(way.from) && (this.stations.has(way.to) || way.to === READER)) {
        this.#seen(way.from, way.to).kinds = way.kinds;
      }
    }
    this.#version++;
  }

  forget() {
    for (const way of this.ways.values()) {
      way.kinds = {};
      way.why = "";
    }
    for (const station of this.stations.values()) {
      station.kinds = {};
      station.why = "";
    }
  }

  /** A total: {from, to, kind, count}. */
  count({ from, to, kind, count }) {
    const way = wayOf(kind, from, to);
    if (way) {
      const known = this.way(way.from, way.to, kind);
      if (known) {
        known.kinds[kind] = count;
      }
      return known;
    }
    const station = this.stations.get(stationOf(kind, from, to));
    if (station) {
      station.kinds[kind] = count;
    }
    return station;
  }

  /** The way between two stations; if an event took one that nothing deployed explains, it is one from now on. */
  way(from, to, kind) {
    const known = this.ways.get(wayId(from, to));
    if (known) {
      return known;
    }
    if (kind === "DENIED" && this.ways.has(wayId(to, from))) {
      return this.ways.get(wayId(to, from)); // a function may not read what it is to be given
    }
    return this.stations.has(from) && (this.stations.has(to) || to === READER) ? this.#seen(from, to) : undefined;
  }

  #seen(from, to) {
    if (to === READER && !this.stations.has(READER)) {
      this.stations.set(READER, this.#station({ id: READER, kind: "OUTSIDE", name: "Your programs", fullName: "", note: "" }));
    }
    const id = wayId(from, to);
    const way = { id, from, to, reasons: [], kinds: {}, seen: true, why: "" };
    this.ways.set(id, way);
    this.#version++;
    return way;
  }

  #station(described) {
    const before = this.stations.get(described.id);
    return { ...described, kinds: before?.kinds ?? {}, why: before?.why ?? "" };
  }
}

/** How many events a way has seen end in which way: {passed, filtered, retried, throttled, dead, failed}. */
export function totals({ kinds }) {
  const sum = { passed: 0, filtered: 0, retried: 0, throttled: 0, dead: 0, failed: 0 };
  for (const [kind, count] of Object.entries(kinds)) {
    if (HANDED_ON.has(kind)) {
      sum.passed += count;
    }
    const end = outcome(kind);
    if (end !== "passed") {
      sum[end] += count;
    }
  }
  // What a queue hands to a function is received first; elsewhere the invocation is all there is.
  sum.passed = sum.passed || kinds.INVOKED || 0;
  return sum;
}

export function shortName(id) {
  return id.slice(Math.max(id.lastIndexOf(":"), id.lastIndexOf("/")) + 1);
}
