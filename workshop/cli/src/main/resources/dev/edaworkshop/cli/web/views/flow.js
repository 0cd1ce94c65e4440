// The picture of what is deployed, with the events that move through it.
import { h, replace } from "../dom.js";
import { Drawing } from "../flow/picture.js";
import { Model, OUTCOMES, OUTSIDE, READER, totals, wayId, wayOf } from "../flow/model.js";
import { Motion } from "../flow/motion.js";
import { KINDS, number, pretty, reason, standing } from "../flow/words.js";

export const id = "flow";
export const title = "Flow";
export const key = "f";

const LIST_MILLIS = 1000;
const MIN_ZOOM = 0.3;
const MAX_ZOOM = 2;

export function mount(element, context) {
  return new FlowView(element, context);
}

class FlowView {
  #context;
  #model = new Model();
  #drawing;
  #motion;
  #endings = [];
  #parts;
  #size = { width: 0, height: 0 };
  #zoom = 1;
  #fits = true;
  #entered = false;
  #drawn = -1;
  #dirty = new Set();
  #frame = 0;
  #hops = [];
  #omitted = 0;
  #listTimer = 0;
  #selected = {};
  #still = matchMedia("(prefers-reduced-motion: reduce)");

  constructor(element, context) {
    this.#context = context;
    this.#drawing = new Drawing(this.#model, context.events, (picked) => this.#pick(picked));
    const canvas = h("canvas", { class: "flow-canvas", "aria-hidden": "true" });
    this.#motion = new Motion(canvas, this.#drawing);
    this.#parts = {
      canvas,
      rate: h("p", { class: "flow-rate muted" }),
      stage: h("div", { class: "flow-stage", tabindex: "-1" }, h("div", { class: "flow-sheet" }, this.#drawing.under, canvas, this.#drawing.element)),
      detail: h("section", { class: "flow-detail", "aria-label": "What is selected", hidden: true }),
      list: h("div", { class: "scroll" }),
      empty: h("p", { class: "notice", hidden: true }, "Nothing is deployed yet. ./lab start deploys a lab, and so does cdk or aws cloudformation; the picture appears by itself."),
    };
    replace(element,
      h("div", { class: "flow-head" },
        h("h1", {}, title),
        this.#parts.rate,
        h("div", { class: "flow-tools" },
          h("button", { type: "button", "aria-label": "Smaller", onclick: () => this.#setZoom(this.#zoom / 1.2) }, "−"),
          h("button", { type: "button", "aria-label": "Larger", onclick: () => this.#setZoom(this.#zoom * 1.2) }, "+"),
          h("button", { type: "button", onclick: () => this.#fit() }, "Fit"))),
      this.#parts.empty,
      h("div", { class: "flow-body" }, this.#parts.stage, this.#parts.detail),
      legend(),
      this.#list());
    const { events } = context;
    this.#endings = [
      events.on("graph", () => this.#load()),
      events.on("restart", () => this.#restart()),
      events.on("counts", (changed) => this.#count(changed)),
      events.on("stations", (changed) => this.#mark(changed)),
      events.on("hops", (happened) => this.#happened(happened)),
    ];
    const resized = new ResizeObserver(() => this.#fits && this.#fit());
    resized.observe(this.#parts.stage);
    const recoloured = () => this.#motion.recolour();
    document.addEventListener("themechange", recoloured);
    const dark = matchMedia("(prefers-color-scheme: dark)");
    dark.addEventListener("change", recoloured);
    const escaped = (event) => event.key === "Escape" && this.#pick({});
    element.addEventListener("keydown", escaped);
    this.#endings.push(() => resized.disconnect(), () => document.removeEventListener("themechange", recoloured),
      () => dark.removeEventListener("change", recoloured));
    this.#selected = fromParameters(context.state.parameters);
    this.#load();
  }

  update(parameters) {
    this.#selected = fromParameters(parameters);
    this.#showSelected();
  }

  unmount() {
    this.#endings.forEach((end) => end());
    this.#motion.stop();
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#listTimer);
  }

  async #load() {
    try {
      this.#model.deploy(await this.#context.api.get("/ui/graph"));
    } catch (error) {
      this.#context.say(error.message);
      return;
    }
    for (const total of this.#context.events.counts()) {
      this.#model.count(total);
    }
    this.#draw();
  }

  #restart() {
    this.#model.forget();
    this.#motion.stop();
    this.#load();
  }

  #draw() {
    this.#parts.empty.hidden = this.#model.stations.size > 1;
    this.#drawn = this.#model.version;
    this.#size = this.#drawing.draw();
    this.#fits ? this.#fit() : this.#setZoom(this.#zoom);
    this.#showSelected();
    this.#writeList();
  }

  // What happens: gathered, and shown once per animation frame -------------------------------------------------------

  #count(changed) {
    for (const total of changed) {
      const counted = this.#model.count(total);
      if (counted) {
        this.#dirty.add(counted.id);
      }
    }
    this.#wake();
  }

  #mark(stations) {
    stations.forEach((station) => this.#dirty.add(station));
    this.#wake();
  }

  #happened({ hops, omitted }) {
    this.#hops.push(...hops);
    this.#omitted += omitted;
    this.#wake();
  }

  #wake() {
    if (this.#frame === 0) {
      this.#frame = requestAnimationFrame(() => this.#show());
    }
    if (this.#listTimer === 0) {
      this.#listTimer = setTimeout(() => {
        this.#listTimer = 0;
        this.#writeList();
        this.#showDetail();
      }, LIST_MILLIS);
    }
  }

  #show() {
    this.#frame = 0;
    for (const { kind, from, to } of this.#hops) {
      const way = wayOf(kind, from, to);
      if (way) {
        this.#model.way(way.from, way.to, kind);
      }
    }
    if (this.#drawn !== this.#model.version) {
      this.#draw();
    }
    for (const dirty of this.#dirty) {
      this.#drawing.refreshWay(dirty);
      this.#drawing.refreshStation(dirty);
    }
    this.#dirty.clear();
    this.#reasons();
    if (document.hidden) {
      // Nobody watches; the numbers are right when somebody looks again.
    } else if (this.#still.matches) {
      this.#hops.forEach(({ kind, from, to }) => {
        const way = wayOf(kind, from, to);
        if (way) {
          this.#drawing.light(wayId(way.from, way.to));
        }
      });
    } else {
      this.#motion.start(this.#hops);
    }
    this.#sampled();
    this.#hops = [];
    this.#omitted = 0;
  }

  #reasons() {
    for (const hop of this.#hops) {
      if (hop.outcome === "passed" || hop.outcome === "dead" || hop.reason === "") {
        continue;
      }
      const way = wayOf(hop.kind, hop.from, hop.to);
      const known = way && this.#model.ways.get(wayId(way.from, way.to));
      if (known) {
        known.why = hop.reason;
        this.#drawing.stopped(known.id, hop.outcome, hop.reason);
      } else if (this.#model.stations.has(hop.from)) {
        this.#model.stations.get(hop.from).why = hop.reason;
      }
    }
  }

  #sampled() {
    if (this.#omitted > 0) {
      replace(this.#parts.rate, `More happens than can be shown: what moves is a sample, ${number(this.#omitted)} hops were left out just now. All numbers are exact.`);
      clearTimeout(this.#sampledTimer);
      this.#sampledTimer = setTimeout(() => replace(this.#parts.rate), 3000);
    }
  }

  #sampledTimer = 0;

  // Size --------------------------------------------------------------------------------------------------------------

  #fit() {
    const { stage } = this.#parts;
    const zoom = Math.min(stage.clientWidth / this.#size.width, (Math.max(innerHeight - 250, 260)) / this.#size.height, 1.15);
    // Smaller than this nobody can read it; then it scrolls.
    this.#apply(Math.max(zoom, 0.7));
    this.#fits = true;
    this.#showEntrance();
  }

  /** What does not fit is at first shown where events come in. */
  #showEntrance() {
    const { stage } = this.#parts;
    const entrance = this.#size.nodes?.get(OUTSIDE);
    if (!this.#entered && entrance && this.#model.stations.size > 1 && stage.clientHeight > 0) {
      this.#entered = true;
      stage.scrollTop = (entrance.y + entrance.height / 2) * this.#zoom - stage.clientHeight / 2;
    }
  }

  #setZoom(zoom) {
    this.#fits = false;
    this.#apply(Math.min(Math.max(zoom, MIN_ZOOM), MAX_ZOOM));
  }

  #apply(zoom) {
    if (!(this.#size.width > 0) || !Number.isFinite(zoom)) {
      return;
    }
    this.#zoom = zoom;
    const { width, height } = this.#size;
    for (const layer of [this.#drawing.under, this.#drawing.element, this.#parts.canvas]) {
      layer.style.width = `${width * zoom}px`;
      layer.style.height = `${height * zoom}px`;
    }
    this.#motion.resize(width, height, zoom);
  }

  // Selection ---------------------------------------------------------------------------------------------------------

  #pick(picked) {
    const way = picked.way ? this.#model.ways.get(picked.way) : undefined;
    this.#context.navigate(id, way ? { from: way.from, to: way.to } : picked.station ? { station: picked.station } : {});
  }

  #showSelected() {
    this.#drawing.select({ station: this.#selected.station, way: this.#selected.way });
    this.#showDetail();
    this.#recall();
  }

  /** Why an event stopped last on the way that is selected, if it was before the view was opened. */
  async #recall() {
    const way = this.#model.ways.get(this.#selected.way ?? "");
    const sum = way ? totals(way) : {};
    if (!way || way.why !== "" || !(sum.filtered + sum.retried + sum.throttled + sum.failed > 0)) {
      return;
    }
    try {
      const { hops } = await this.#context.api.get(`/ui/hops?${new URLSearchParams({ station: journalStation(way.from), other: journalStation(way.to) })}`);
      way.why ||= hops.find(({ outcome, reason: words }) => !["passed", "dead"].includes(outcome) && words !== "")?.reason ?? "";
      this.#showDetail();
    } catch {
      // Then it is not said; the journal has it.
    }
  }

  #showDetail() {
    const { detail } = this.#parts;
    const station = this.#model.stations.get(this.#selected.station ?? "");
    const way = this.#model.ways.get(this.#selected.way ?? "");
    const hidden = !station && !way;
    if (detail.hidden !== hidden) {
      detail.hidden = hidden;
    }
    const fresh = JSON.stringify([this.#selected, station ?? way, station && this.#context.events.station(station.id)]);
    if (hidden || detail.dataset.shown === fresh) {
      return;
    }
    const focused = detail.contains(document.activeElement) ? document.activeElement.dataset.name : null;
    detail.dataset.shown = fresh;
    replace(detail,
      h("button", { type: "button", class: "quiet flow-close", "data-name": "close", onclick: () => this.#pick({}) }, "Close"),
      station ? this.#stationDetail(station) : this.#wayDetail(way));
    if (focused) {
      detail.querySelector(`[data-name="${focused}"]`)?.focus();
    }
  }

  #stationDetail(station) {
    const { symbol, words, trouble } = standing(station, this.#context.events.station(station.id), this.#model);
    const ways = [...this.#model.ways.values()];
    return [
      h("p", { class: "muted" }, KINDS[station.kind]),
      h("h2", { class: "foreign" }, station.name),
      words === "" ? null : h("p", { class: trouble ? "bad" : "" }, symbol, " ", words),
      this.#context.events.station(station.id)?.fault ? h("p", { class: "notice warn" }, this.#context.events.station(station.id).fault) : null,
      station.why === "" ? null : h("p", { class: "notice warn foreign" }, station.why),
      station.id === OUTSIDE || station.id === READER ? null : h("p", { class: "mono foreign small" }, station.id),
      h("p", {}, h("a", { href: this.#context.address("journal", { station: journalStation(station.id) }), "data-name": "journal" }, "Its events in the journal")),
      this.#neighbours("Comes from", ways.filter(({ to }) => to === station.id), "from"),
      this.#neighbours("Goes to", ways.filter(({ from }) => from === station.id), "to"),
    ];
  }

  #neighbours(heading, ways, end) {
    return ways.length === 0 ? null : [
      h("h3", {}, heading),
      h("ul", { class: "flow-neighbours" }, ways.map((way) =>
        h("li", {}, h("a", { href: this.#context.address(id, { from: way.from, to: way.to }), "data-name": way.id }, this.#name(way[end])), " ", sums(way)))),
    ];
  }

  #wayDetail(way) {
    return [
      h("p", { class: "muted" }, way.seen ? "seen so far" : way.reasons.map(reason).join("; ")),
      h("h2", { class: "foreign" }, this.#name(way.from), " → ", this.#name(way.to)),
      h("p", {}, sums(way)),
      way.why === "" ? null : h("p", { class: "notice warn foreign" }, "Stopped last: ", way.why),
      way.reasons.filter(({ condition }) => condition !== "").map((one) => [
        h("h3", {}, one.kind === "SUBSCRIPTION" ? "Filter policy" : one.kind === "EVENT_SOURCE" ? "Filter criteria" : "Event pattern"),
        h("pre", { tabindex: "0" }, pretty(one.condition)),
      ]),
      h("p", {}, h("a", {
        href: this.#context.address("journal", { station: journalStation(way.from), other: journalStation(way.to) }),
        "data-name": "journal",
      }, "Its events in the journal")),
    ];
  }

  #name(station) {
    return this.#model.stations.get(station)?.name ?? station;
  }

  // The picture as a list ---------------------------------------------------------------------------------------------

  #list() {
    const details = h("details", { class: "flow-list", ontoggle: () => {
      this.#context.state.keep("flow.list", details.open);
      this.#writeList();
    } }, h("summary", {}, "The picture as a list"), this.#parts.list);
    details.open = this.#context.state.kept("flow.list", false);
    this.#parts.details = details;
    return details;
  }

  #writeList() {
    if (!this.#parts.details.open) {
      return;
    }
    const stations = [...this.#model.stations.values()].filter(({ kind }) => kind !== "OUTSIDE");
    const ways = [...this.#model.ways.values()];
    const focused = this.#parts.list.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
    replace(this.#parts.list,
      h("table", {}, h("caption", {}, "Stations"),
        h("thead", {}, row("th", ["What", "Name", "How it stands"])),
        h("tbody", {}, stations.map((station) => {
          const { symbol, words } = standing(station, this.#context.events.station(station.id), this.#model);
          return row("td", [KINDS[station.kind], h("a", { href: this.#context.address(id, { station: station.id }) }, station.name), `${symbol} ${words}`]);
        }))),
      h("table", {}, h("caption", {}, "Ways"),
        h("thead", {}, row("th", ["From", "To", "Why", "Condition", ...Object.values(OUTCOMES).map(({ word }) => word)])),
        h("tbody", {}, ways.map((way) => {
          const sum = totals(way);
          return row("td", [
            this.#name(way.from),
            h("a", { href: this.#context.address(id, { from: way.from, to: way.to }) }, this.#name(way.to)),
            way.seen ? "seen so far" : way.reasons.map(reason).join("; "),
            h("code", {}, way.reasons.map(({ condition }) => condition).filter(Boolean).join(" ")),
            ...Object.keys(OUTCOMES).map((end) => number(sum[end])),
          ]);
        }))));
    if (focused) {
      [...this.#parts.list.querySelectorAll("a")].find((link) => link.getAttribute("href") === focused)?.focus();
    }
  }
}

function row(cell, values) {
  return h("tr", {}, values.map((value) => h(cell, { scope: cell === "th" ? "col" : null, class: "foreign" }, value)));
}

function sums(way) {
  const parts = Object.entries(totals(way)).filter(([, count]) => count > 0);
  return parts.length === 0
    ? h("span", { class: "muted" }, "nothing yet")
    : parts.map(([end, count], i) => h("span", { class: `sum ${end}` }, i === 0 ? "" : ", ", `${OUTCOMES[end].symbol} ${number(count)} ${OUTCOMES[end].word}`));
}

function legend() {
  return h("ul", { class: "flow-legend", "aria-label": "Legend" },
    Object.entries(OUTCOMES).map(([end, { symbol, word }]) => h("li", {}, h("span", { class: `count ${end}` }, symbol), " ", word)),
    h("li", {}, h("span", { class: "legend-dashes", "aria-hidden": "true" }), " a role allows it"));
}

function fromParameters({ station = "", from = "", to = "" }) {
  return { station, way: from === "" ? "" : wayId(from, to) };
}

/** The journal has one name for everybody outside. */
function journalStation(station) {
  return station === READER ? OUTSIDE : station;
}

