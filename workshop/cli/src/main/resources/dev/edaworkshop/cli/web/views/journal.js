// What happened, hop by hop: a list to search, and one event's way beside it.
import { h, replace } from "../dom.js";
import { OUTCOMES } from "../flow/model.js";
import { KINDS, number } from "../flow/words.js";
import { showJourney } from "../journal/journey.js";
import { clockTime, kindWords } from "../journal/words.js";

export const id = "journal";
export const title = "Journal";
export const key = "j";

const PAGE = 150;
const MAX_SHOWN = 600;
const FOLLOW_MILLIS = 400;
const TYPE_MILLIS = 250;

export function mount(element, context) {
  return new JournalView(element, context);
}

class JournalView {
  #context;
  #parts;
  #endings;
  #parameters;
  #hops = [];
  #missed = 0;
  #timer = 0;
  #asking = 0;
  #ended = false;

  constructor(element, context) {
    this.#context = context;
    this.#parameters = context.state.parameters;
    this.#parts = this.#build();
    replace(element, h("h1", {}, title), this.#parts.filters, this.#parts.about,
      h("div", { class: "journal-body" }, h("div", { class: "journal-list scroll", tabindex: "0", role: "region", "aria-label": "Hops, the newest first" }, this.#parts.table, this.#parts.older), this.#parts.journey));
    element.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.#parameters.event) {
        this.#go({ event: "", hop: "" });
      }
    });
    const { events } = context;
    this.#endings = [
      events.on("hops", ({ hops, omitted }) => this.#happened(hops.length + omitted)),
      events.on("restart", () => this.#restart()),
      events.on("graph", () => this.#stations()),
    ];
    this.#stations();
    this.update(this.#parameters);
  }

  update(parameters) {
    this.#parameters = parameters;
    const { text, outcome, station } = this.#parts;
    if (document.activeElement !== text) {
      text.value = parameters.text ?? "";
    }
    outcome.value = parameters.outcome ?? "";
    station.value = parameters.station ?? "";
    this.#load();
    this.#loadJourney();
  }

  unmount() {
    this.#ended = true;
    clearTimeout(this.#timer);
    this.#endings.forEach((end) => end());
  }

  #build() {
    let typing = 0;
    const text = h("input", { type: "search", id: "journal-text", size: "30", placeholder: "id, correlation id, any text", oninput: () => {
      clearTimeout(typing);
      typing = setTimeout(() => this.#go({ text: text.value.trim() }), TYPE_MILLIS);
    } });
    const outcome = h("select", { id: "journal-outcome", onchange: () => this.#go({ outcome: outcome.value }) },
      h("option", { value: "" }, "any"),
      Object.entries(OUTCOMES).map(([end, { symbol, word }]) => h("option", { value: end }, `${symbol} ${word}`)));
    const station = h("select", { id: "journal-station", onchange: () => this.#go({ station: station.value, other: "" }) }, h("option", { value: "" }, "any"));
    const follow = h("input", { type: "checkbox", id: "journal-follow", onchange: () => {
      this.#context.state.keep("journal.follow", follow.checked);
      this.#load();
    } });
    follow.checked = this.#context.state.kept("journal.follow", true);
    const field = (label, input) => h("div", { class: "field" }, h("label", { for: input.id }, label), input);
    return {
      text, outcome, station, follow,
      filters: h("form", { class: "row journal-filters", role: "search", onsubmit: (event) => event.preventDefault() },
        field("Search", text), field("Outcome", outcome), field("Station", station),
        h("p", { class: "journal-follow" }, follow, " ", h("label", { for: "journal-follow" }, "Follow")),
        h("button", { type: "button", onclick: () => {
          text.value = "";
          this.#context.navigate(id, {});
        } }, "Clear")),
      about: h("p", { class: "muted journal-about", role: "status" }),
      table: h("table", { class: "journal-table" }),
      older: h("p", { class: "journal-older", hidden: true }, h("button", { type: "button", onclick: () => this.#older() }, "Older ones")),
      journey: h("section", { class: "journey", "aria-label": "The event that is selected", hidden: true }),
    };
  }

  #go(changes) {
    const next = { ...this.#parameters, ...changes };
    this.#context.navigate(id, Object.fromEntries(Object.entries(next).filter(([, value]) => value !== "" && value !== undefined)));
  }

  /** The choice of stations: what is deployed, and whoever is outside. */
  async #stations() {
    try {
      const { stations } = await this.#context.api.get("/ui/graph");
      const options = stations.map(({ id: arn, kind, name }) => ({ arn, label: `${KINDS[kind]} ${name}` })).sort((a, b) => a.label.localeCompare(b.label));
      const wanted = this.#parameters.station ?? "";
      if (wanted !== "" && wanted !== "outside" && !options.some(({ arn }) => arn === wanted)) {
        options.push({ arn: wanted, label: wanted });
      }
      replace(this.#parts.station, h("option", { value: "" }, "any"), h("option", { value: "outside" }, "you, your programs"),
        options.map(({ arn, label }) => h("option", { value: arn }, label)));
      this.#parts.station.value = wanted;
    } catch (error) {
      this.#context.say(error.message);
    }
  }

  // The list ----------------------------------------------------------------------------------------------------------

  #happened(count) {
    if (!this.#parts.follow.checked) {
      this.#missed += count;
      this.#about();
      return;
    }
    if (this.#timer === 0) {
      this.#timer = setTimeout(() => {
        this.#timer = 0;
        this.#load();
        this.#loadJourney();
      }, FOLLOW_MILLIS);
    }
  }

  #restart() {
    this.#hops = [];
    this.#missed = 0;
    this.#load();
    this.#loadJourney();
  }

  #query(more = {}) {
    const { text = "", outcome = "", station = "", other = "" } = this.#parameters;
    return new URLSearchParams({ text, outcome, station, other, limit: PAGE, ...more });
  }

  async #load() {
    const asking = ++this.#asking;
    const found = await this.#ask(this.#query());
    if (found && asking === this.#asking && !this.#ended) {
      this.#missed = 0;
      // What was fetched on request stays, as long as it follows on without a gap.
      const known = this.#hops.filter(({ number: n }) => n < (found.hops.at(-1)?.number ?? 0));
      const follows = this.#lastQuery === String(this.#query()) && known.length > 0 && found.hops.some(({ number: n }) => n === this.#hops[0]?.number);
      this.#lastQuery = String(this.#query());
      this.#found = { ...found, more: follows ? this.#found.more : found.more };
      this.#hops = [...found.hops, ...(follows ? known : [])].slice(0, MAX_SHOWN);
      this.#write();
    }
  }

  #lastQuery = "";
  #found = { kept: 0, dropped: 0, more: false };

  async #older() {
    const found = await this.#ask(this.#query({ before: this.#hops.at(-1)?.number ?? "" }));
    if (found) {
      this.#found = found;
      this.#hops = [...this.#hops, ...found.hops];
      this.#write();
    }
  }

  async #ask(query) {
    try {
      return await this.#context.api.get(`/ui/hops?${query}`);
    } catch (error) {
      if (!this.#ended) {
        this.#context.say(error.message);
      }
      return null;
    }
  }

  #write() {
    const { table, older } = this.#parts;
    const focused = table.contains(document.activeElement) ? document.activeElement.closest("tr")?.dataset.number : null;
    replace(table,
      h("caption", { class: "hidden-text" }, "Hops, the newest first"),
      h("thead", {}, h("tr", {}, ["Time", "What", "From → to", "Event", "Why"].map((name) => h("th", { scope: "col" }, name)))),
      h("tbody", {}, this.#hops.map((hop) => this.#row(hop))));
    if (focused) {
      table.querySelector(`tr[data-number="${focused}"] a`)?.focus();
    }
    older.hidden = !this.#found.more || this.#hops.length >= MAX_SHOWN;
    this.#about();
  }

  #row(hop) {
    const { symbol } = OUTCOMES[hop.outcome];
    const chosen = this.#parameters.event === hop.eventId && hop.eventId !== "";
    const open = this.#context.address(id, { ...this.#parameters, event: hop.eventId, hop: String(hop.number) });
    return h("tr", { class: `${hop.outcome} ${chosen ? "chosen" : ""}`, "data-number": hop.number },
      h("td", { class: "mono" }, clockTime(hop.time)),
      h("td", {}, h("span", { class: `count ${hop.outcome}`, "aria-hidden": "true" }, symbol), " ", kindWords(hop.kind), hop.attempt > 1 ? ` (attempt ${hop.attempt})` : ""),
      h("td", { class: "foreign" }, [hop.fromName, hop.toName].filter(Boolean).join(" → ")),
      h("td", { class: "mono foreign" }, hop.eventId === "" ? "" : h("a", { href: open, "aria-label": `Journey of event ${hop.eventId}` }, hop.eventId.slice(0, 8))),
      h("td", { class: "foreign journal-why" }, hop.reason));
  }

  #about() {
    const { kept, dropped } = this.#found;
    const filtered = ["text", "outcome", "station"].some((name) => this.#parameters[name]);
    const parts = [
      this.#hops.length === 0
        ? filtered ? "Nothing in the journal is like that." : "Nothing has happened yet. ./lab send product_created makes something happen."
        : `${number(this.#hops.length)}${this.#found.more ? " newest" : ""} ${filtered ? "matching " : ""}of ${number(kept)} hops`,
      dropped > 0 ? `${number(dropped)} older ones are no longer kept` : "",
      this.#parameters.other ? "only those on one way" : "",
      this.#missed > 0 ? `${number(this.#missed)} new since` : "",
    ];
    replace(this.#parts.about, parts.filter(Boolean).join(" · "));
  }

  // The journey -------------------------------------------------------------------------------------------------------

  async #loadJourney() {
    const { event = "", hop = "" } = this.#parameters;
    const { journey } = this.#parts;
    if (event === "") {
      journey.hidden = true;
      replace(journey);
      return;
    }
    let found;
    try {
      found = await this.#context.api.get(`/ui/event?${new URLSearchParams({ id: event })}`);
    } catch (error) {
      this.#context.say(error.message);
      return;
    }
    const key = `${event} ${hop} ${found.hops.length} ${this.#context.events.run}`;
    if (this.#ended || this.#parameters.event !== event || journey.dataset.key === key && !journey.hidden) {
      return;
    }
    journey.dataset.key = key;
    const focused = journey.contains(document.activeElement);
    journey.hidden = false;
    showJourney(journey, found, hop, this.#context);
    const close = h("button", { type: "button", class: "quiet journey-close", onclick: () => this.#go({ event: "", hop: "" }) }, "Close");
    journey.prepend(close);
    if (focused) {
      close.focus();
    }
  }
}
