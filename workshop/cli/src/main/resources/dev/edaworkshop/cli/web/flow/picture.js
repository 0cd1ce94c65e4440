// Draws stations and ways as SVG. Numbers change often: only what has changed is written.
import { replace, svg } from "../dom.js";
import { OUTCOMES, OUTSIDE, totals } from "./model.js";
import { curve, layout } from "./layout.js";
import { KINDS, brief, isDeadLetterQueue, pictureName, shortNumber, standing } from "./words.js";

const WHY_MILLIS = 6000;
const WHY_LENGTH = 46;
/** More reasons at a time would hide the picture. */
const MAX_WHYS = 4;

export class Drawing {
  #model;
  #feed;
  #choose;
  #stations = new Map();
  #ways = new Map();
  #root;
  #under;
  /** What takes away each reason that is shown, the oldest first. */
  #whys = new Map();

  /** choose({station}) or choose({way}) is called when one is picked, by mouse or keyboard. */
  constructor(model, feed, choose) {
    this.#model = model;
    this.#feed = feed;
    this.#choose = choose;
    this.#root = svg("svg", { class: "flow-svg", role: "group", "aria-label": "Picture of what is deployed. Arrow keys go from station to station, Enter picks one. The same is below as a list." });
    this.#under = svg("svg", { class: "flow-svg flow-under", "aria-hidden": "true" });
    this.#root.addEventListener("keydown", (event) => this.#keydown(event));
  }

  /** Stations and numbers, to be put above what moves. */
  get element() {
    return this.#root;
  }

  /** The lines of the ways, to be put below what moves. */
  get under() {
    return this.#under;
  }

  /** Draws everything anew; returns the size. */
  draw() {
    const stations = [...this.#model.stations.values()];
    const ways = [...this.#model.ways.values()];
    const placed = layout(stations, ways, OUTSIDE);
    this.#ways = new Map();
    this.#stations = new Map();
    [...this.#whys.values()].forEach((forget) => forget());
    const lines = ways.map((way, i) => this.#way(way, placed.points[i]));
    const boxes = stations.map((station) => this.#station(station, placed.nodes.get(station.id)));
    const labels = [...this.#ways.values()].map(({ label, why }) => [label, why]);
    replace(this.#under, arrowHead(), lines.map((line) => line?.path));
    replace(this.#root, lines.map((line) => line?.hit), boxes, labels);
    for (const layer of [this.#root, this.#under]) {
      layer.setAttribute("viewBox", `0 0 ${placed.width} ${placed.height}`);
    }
    for (const drawn of this.#stations.values()) {
      fit(drawn);
    }
    [...this.#stations.values()].forEach(({ group }, i) => group.setAttribute("tabindex", i === 0 ? "0" : "-1"));
    this.refresh();
    return placed;
  }

  /** Writes all numbers and states. */
  refresh() {
    for (const id of this.#stations.keys()) {
      this.refreshStation(id);
    }
    for (const id of this.#ways.keys()) {
      this.refreshWay(id);
    }
  }

  refreshStation(id) {
    const drawn = this.#stations.get(id);
    if (!drawn) {
      return;
    }
    const station = this.#model.stations.get(id);
    const { symbol, words, trouble } = standing(station, this.#feed.station(id), this.#model);
    const line = `${symbol} ${words}`.trim();
    if (drawn.line !== line) {
      drawn.line = line;
      drawn.state.textContent = line.length > 27 ? line.slice(0, 26) + "…" : line;
      drawn.group.classList.toggle("trouble", trouble);
      drawn.group.setAttribute("aria-label", `${KINDS[station.kind]} ${station.name}${words === "" ? "" : ", " + words}`);
    }
  }

  refreshWay(id) {
    const drawn = this.#ways.get(id);
    if (!drawn) {
      return;
    }
    const sum = totals(drawn.way);
    const parts = Object.entries(sum).filter(([, count]) => count > 0);
    const key = parts.join(" ");
    if (drawn.key === key) {
      return;
    }
    drawn.key = key;
    drawn.path.classList.toggle("used", parts.length > 0);
    replace(drawn.numbers, parts.map(([end, count], i) =>
      svg("tspan", { class: `count ${end}`, dx: i === 0 ? null : 7 }, end === "passed" ? shortNumber(count) : `${OUTCOMES[end].symbol}\u2009${shortNumber(count)}`)));
    const width = parts.reduce((sum, [end, count]) => sum + 8 + 7.2 * (shortNumber(count).length + (end === "passed" ? 0 : 2)), 0);
    drawn.box.setAttribute("x", drawn.middle[0] - width / 2 - 3);
    drawn.box.setAttribute("width", parts.length === 0 ? 0 : width + 6);
  }

  /** Says for a moment why an event stopped on a way. */
  stopped(id, end, reason) {
    const drawn = this.#ways.get(id);
    if (!drawn || reason === "") {
      return;
    }
    const words = `${OUTCOMES[end].symbol} ${reason}`;
    const text = words.length > WHY_LENGTH ? words.slice(0, WHY_LENGTH - 1) + "…" : words;
    if (drawn.whyText !== text) {
      drawn.whyText = text;
      const [x, y] = drawn.middle;
      const width = text.length * 6.3 + 12;
      replace(drawn.why,
        svg("rect", { class: "why-box", x: x - width / 2, y: y + 12, width, height: 19, rx: 4 }),
        svg("text", { class: "why", x, y: y + 25.5, "text-anchor": "middle" }, text));
    }
    clearTimeout(drawn.timer);
    const forget = () => {
      clearTimeout(drawn.timer);
      this.#whys.delete(drawn);
      drawn.whyText = "";
      replace(drawn.why);
    };
    this.#whys.delete(drawn);
    this.#whys.set(drawn, forget);
    drawn.timer = setTimeout(forget, WHY_MILLIS);
    if (this.#whys.size > MAX_WHYS) {
      this.#whys.values().next().value();
    }
  }

  /** For those who want no motion: the way lights up for a moment. */
  light(id) {
    const path = this.#ways.get(id)?.path;
    if (path && !path.classList.contains("lit")) {
      path.classList.add("lit");
      setTimeout(() => path.classList.remove("lit"), 700);
    }
  }

  /** A point on a way, t from 0 to 1. */
  point(id, t) {
    const drawn = this.#ways.get(id);
    if (!drawn) {
      return null;
    }
    const i = t * (drawn.samples.length - 1);
    const [ax, ay] = drawn.samples[Math.floor(i)];
    const [bx, by] = drawn.samples[Math.ceil(i)];
    const part = i - Math.floor(i);
    return [ax + (bx - ax) * part, ay + (by - ay) * part];
  }

  select({ station = "", way = "" }) {
    for (const [id, { group }] of this.#stations) {
      group.classList.toggle("selected", id === station);
      group.setAttribute("aria-pressed", id === station);
    }
    for (const [id, { path }] of this.#ways) {
      path.classList.toggle("selected", id === way);
    }
  }

  #way(way, points) {
    if (points.length === 0) {
      return null;
    }
    const reasons = way.reasons.map(({ kind }) => kind);
    const dead = reasons.includes("DEAD_LETTER");
    const may = reasons.length > 0 && reasons.every((kind) => kind === "MAY_USE");
    const path = svg("path", { class: `way ${dead ? "dead-letter" : ""} ${may ? "may" : ""}`, d: curve(points), "marker-end": "url(#arrow)", "data-way": way.id });
    const hit = svg("path", { class: "way-hit", d: curve(points), onclick: () => this.#choose({ way: way.id }) });
    const samples = sample(path);
    const middle = samples[Math.floor(samples.length * 0.56)];
    const condition = way.reasons.map((reason) => reason.condition).find((text) => text !== "") ?? "";
    const numbers = svg("text", { class: "counts", x: middle[0], y: middle[1] + 4.5, "text-anchor": "middle" });
    const box = svg("rect", { class: "counts-box", y: middle[1] - 9, height: 18, rx: 4, width: 0 });
    const label = svg("g", { "aria-hidden": "true", class: "label" },
      condition === "" ? null : filterMark(samples[Math.floor(samples.length * 0.27)], condition),
      box, numbers);
    const why = svg("g", { "aria-hidden": "true" });
    this.#ways.set(way.id, { way, path, samples, middle, numbers, box, label, why, key: null, whyText: "", timer: 0 });
    return { path, hit };
  }

  #station(station, { x, y, width, height }) {
    const state = svg("text", { class: "station-state", x: 12, y: 44 });
    const dead = isDeadLetterQueue(station, this.#model);
    const full = pictureName(station, dead);
    const name = svg("text", { class: "station-name", x: 12, y: 30 }, full);
    const kind = svg("text", { class: "station-kind", x: 12, y: 15 }, dead ? "dead-letter queue" : KINDS[station.kind]);
    const group = svg("g", {
      class: `station kind-${station.kind.toLowerCase()} ${dead ? "dead" : ""}`,
      transform: `translate(${x} ${y})`,
      role: "button",
      "data-station": station.id,
      onclick: () => this.#choose({ station: station.id }),
    },
    svg("title", {}, station.fullName || station.name),
    outline(station.kind, width, height),
    kind,
    name,
    state);
    this.#stations.set(station.id, { group, state, kind, name, full, x, y, width: width - (station.kind === "QUEUE" ? 32 : 22), line: null });
    return group;
  }

  #keydown(event) {
    const group = event.target.closest?.("[data-station]");
    if (!group) {
      return;
    }
    const from = group.dataset.station;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      this.#choose({ station: from });
      return;
    }
    const direction = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    const next = direction && this.#nearest(from, direction);
    if (next) {
      event.preventDefault();
      group.setAttribute("tabindex", "-1");
      next.setAttribute("tabindex", "0");
      next.focus();
    }
  }

  /** The next station in a direction: near, and not far off to the side. */
  #nearest(from, [dx, dy]) {
    const here = this.#stations.get(from);
    let best = null;
    for (const [id, there] of this.#stations) {
      const along = dx * (there.x - here.x) + dy * (there.y - here.y);
      const aside = Math.abs(dy * (there.x - here.x)) + Math.abs(dx * (there.y - here.y));
      if (id !== from && along > 1) {
        const cost = along + 2 * aside;
        best = best === null || cost < best.cost ? { cost, group: there.group } : best;
      }
    }
    return best?.group;
  }
}

/**
 * Writes a name as long as its box is wide. Of ReservationsDeadLetters the last words are what tells it from others in the
 * same part of the stack; the part, Reservations, goes to the line above, before the kind.
 */
function fit({ kind, name, full, width }) {
  const words = full.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z0-9_-]+|[^A-Za-z0-9]+/g) ?? [full];
  const kindWord = kind.textContent;
  for (let front = 0; front < words.length; front++) {
    name.textContent = words.slice(front).join("");
    if (name.getComputedTextLength() <= width) {
      if (front > 0) {
        const part = words.slice(0, front).join("");
        kind.textContent = `${part} · ${kindWord}`;
        cut(kind, part, ` · ${kindWord}`, width);
      }
      return;
    }
  }
  name.textContent = full;
  cut(name, full, "", width);
}

/** Takes letters off the end of a text, before what has to stay. */
function cut(element, text, end, width) {
  for (let length = text.length - 1; length > 3 && element.getComputedTextLength() > width; length--) {
    element.textContent = text.slice(0, length) + "…" + end;
  }
}

const SAMPLES = 40;

function sample(path) {
  const length = path.getTotalLength();
  return Array.from({ length: SAMPLES + 1 }, (_, i) => {
    const { x, y } = path.getPointAtLength((length * i) / SAMPLES);
    return [x, y];
  });
}

function arrowHead() {
  return svg("defs", {}, svg("marker", { id: "arrow", viewBox: "0 0 8 8", refX: 7.5, refY: 4, markerWidth: 7, markerHeight: 7, orient: "auto-start-reverse" },
    svg("path", { class: "arrow", d: "M 0 0.8 L 7.5 4 L 0 7.2 z" })));
}

function filterMark([x, y], condition) {
  return svg("g", { class: "filter-mark", transform: `translate(${x} ${y})` },
    svg("title", {}, brief(condition, 120)),
    svg("path", { d: "M -7 -6 H 7 L 1.8 0.8 V 6.5 L -1.8 4.5 V 0.8 z" }));
}

/** Each kind has a shape of its own. */
function outline(kind, width, height) {
  const shape = { class: "station-box" };
  switch (kind) {
    case "TOPIC":
      return svg("rect", { ...shape, width, height, rx: height / 2.2 });
    case "BUS":
      return svg("path", { ...shape, d: `M 0 0 H ${width} V ${height} H 0 z M 5 0 V ${height} M ${width - 5} 0 V ${height}` });
    case "RULE":
      return svg("path", { ...shape, d: `M 10 0 H ${width - 10} L ${width} ${height / 2} L ${width - 10} ${height} H 10 L 0 ${height / 2} z` });
    case "QUEUE":
      return svg("path", { ...shape, d: `M 0 0 H ${width} V ${height} H 0 z M ${width - 8} 0 V ${height} M ${width - 16} 0 V ${height}` });
    case "TABLE":
    case "ARCHIVE":
      return svg("path", { ...shape, d: `M 0 6 Q ${width / 2} -6 ${width} 6 V ${height - 6} Q ${width / 2} ${height + 6} 0 ${height - 6} z` });
    case "OUTSIDE":
      return svg("rect", { ...shape, class: "station-box outside", width, height, rx: 8 });
    default:
      return svg("rect", { ...shape, width, height, rx: 8 });
  }
}

