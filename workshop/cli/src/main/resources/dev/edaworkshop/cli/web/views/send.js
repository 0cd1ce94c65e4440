// Sends events: the shop's own, by the form of a contract, or any; many of them; one of the past once more.
import { clockTime, field, pretty, trouble } from "../ask.js";
import { h, replace } from "../dom.js";
import { schemaForm } from "../schema.js";

export const id = "send";
export const title = "Send";
export const key = "4";

export function mount(element, { api, say, events, address }) {
  let known = { targets: [], templates: [], schemas: [], apis: [] };
  let past = [];
  let running = null; // {session, stop}
  let form = null;

  const target = h("select", { onchange: drawKind });
  const kind = h("select", { onchange: drawKind });
  const name = h("input", { autocomplete: "off", spellcheck: "false" });
  const source = h("input", { autocomplete: "off", spellcheck: "false" });
  const attributes = h("textarea", { rows: "3", spellcheck: "false", placeholder: "event_name=product_created" });
  const body = h("textarea", { rows: "10", spellcheck: "false", "aria-label": "Body" });
  const method = h("select", {}, ["GET", "POST", "PUT", "PATCH", "DELETE"].map((one) => h("option", {}, one)));
  const path = h("input", { autocomplete: "off", spellcheck: "false" });
  const token = h("input", { autocomplete: "off", spellcheck: "false" });
  const count = h("input", { type: "number", min: "1", max: "10000", value: "1", class: "short" });
  const rate = h("input", { type: "number", min: "0", max: "1000", step: "any", value: "0", class: "short" });
  const what = h("div", { class: "stack" });
  const send = h("button", { type: "submit", class: "primary" }, "Send");
  const cancel = h("button", { type: "button", disabled: true, onclick: stop }, "Cancel");
  const bar = h("progress", { max: "1", value: "0", "aria-label": "Sent" });
  const result = h("div", { role: "status", "aria-live": "polite" });
  const list = h("ul", { class: "plain-list past" });
  const search = h("input", { type: "search", "aria-label": "Search past events", placeholder: "Search", oninput: drawPast });

  replace(element, h("h1", {}, "Send events"), h("div", { class: "columns" },
    h("form", { class: "card stack", onsubmit: submit, "aria-label": "What to send" },
      field("To", target), field("What", kind), what,
      h("div", { class: "row" }, field("How many", count), field("At most in a second", rate, "(0: no limit)"), send, cancel),
      bar, result),
    h("section", { class: "card stack", "aria-label": "Past events" },
      h("div", { class: "row" }, h("h2", {}, "Past events"), search), list)));

  function chosen() {
    const [type, index] = target.value.split(":");
    return type === "api" ? { kind: "api", ...known.apis[index] } : known.targets[index];
  }

  function drawTargets() {
    const before = target.value;
    const groups = [["topic", "Topics"], ["bus", "Buses"], ["queue", "Queues"]];
    replace(target, groups.map(([type, words]) => {
      const some = known.targets.map((one, index) => ({ one, index })).filter(({ one }) => one.kind === type);
      return some.length === 0 ? null : h("optgroup", { label: words }, some.map(({ one, index }) =>
        h("option", { value: `target:${index}` }, one.name)));
    }), known.apis.length === 0 ? null : h("optgroup", { label: "APIs" }, known.apis.map((one, index) => h("option", { value: `api:${index}` }, one.name))));
    if ([...target.options].some((option) => option.value === before)) {
      target.value = before;
    }
  }

  function drawKind(event) {
    const to = chosen();
    if (!to) {
      replace(what, h("p", { class: "notice" }, "Nothing is deployed yet to send to."));
      return;
    }
    if (event?.target !== kind) {
      const before = kind.value;
      replace(kind,
        to.kind === "api" ? h("option", { value: "api" }, "A request") : [
          known.templates.map((one) => h("option", { value: `template:${one}` }, `${one}, made up anew each time`)),
          known.schemas.map((one, index) => h("option", { value: `schema:${index}` }, `${one.event} version ${one.version}, by its contract`)),
          h("option", { value: "raw" }, "My own text"),
        ]);
      if ([...kind.options].some((option) => option.value === before)) {
        kind.value = before;
      }
    }
    drawWhat(to);
  }

  function drawWhat(to) {
    const [mode, which] = kind.value.split(":");
    form = null;
    const head = to.kind === "bus"
      ? h("div", { class: "row" }, field("Detail type", name), field("Source", source))
      : field("Attributes", attributes, "one per line: name=value, all of type String");
    if (mode === "template") {
      replace(what, h("p", { class: "muted" }, "Product, price and ids come from the shop's catalogue; each event is another one.",
        to.kind === "bus" ? " The facts go into data, the rest into metadata." : ""));
    } else if (mode === "schema") {
      const { schema, event: eventName, version, problem } = known.schemas[which];
      if (problem) {
        replace(what, h("p", { class: "notice bad" }, `This contract is no JSON: ${problem}`));
        return;
      }
      const facts = schemaForm(schema, eventName);
      name.value = eventName;
      source.value = schema["x-published-by"] ?? sourceOf(eventName);
      attributes.value ||= `event_name=${eventName}`;
      // A contract describes the facts; on a bus they travel in the shop's envelope, unless the contract has one itself.
      const ids = { event_id: crypto.randomUUID(), correlation_id: crypto.randomUUID() };
      form = {
        value: () => (to.kind !== "bus" || schema.properties?.metadata ? facts.value() : envelope(facts.value(), {
          ...ids, event_name: name.value, source: source.value, version: Number(version) || 1,
        })),
        anew: () => Object.assign(ids, { event_id: crypto.randomUUID(), correlation_id: crypto.randomUUID() }),
      };
      const preview = h("pre", { tabindex: "0", class: "foreign" });
      const show = () => replace(preview, JSON.stringify(form.value(), null, 2));
      facts.element.addEventListener("input", show);
      show();
      replace(what, schema.description ? h("p", { class: "muted foreign" }, schema.description) : null, head, facts.element,
        h("details", {}, h("summary", {}, "What will be sent"), preview));
    } else if (mode === "api") {
      path.value ||= "";
      replace(what, h("p", { class: "muted foreign" }, to.url), h("div", { class: "row" }, field("Method", method), field("Path after that", path)),
        field("Authorization header", token, "empty for none"), field("Body", body));
    } else {
      source.value ||= "shop.catalogue";
      replace(what, head, field(to.kind === "bus" ? "Detail (JSON)" : "Body", body));
    }
  }

  async function submit(event) {
    event.preventDefault();
    const to = chosen();
    if (!to || running) {
      return;
    }
    if (to.kind === "api") {
      await request(to);
      return;
    }
    const session = crypto.randomUUID();
    running = { session };
    send.disabled = true;
    cancel.disabled = false;
    bar.max = Number(count.value);
    bar.value = 0;
    try {
      await api.lines("/send", { session, kind: to.kind, address: to.address, count: Number(count.value), rate: Number(rate.value), ...wanted(to) }, progress);
    } catch (error) {
      replace(result, trouble(error));
    }
    running = null;
    form?.anew();
    send.disabled = false;
    cancel.disabled = true;
    await loadPast();
  }

  function wanted(to) {
    const [mode, which] = kind.value.split(":");
    if (mode === "template") {
      return { template: which };
    }
    const text = form ? JSON.stringify(form.value()) : body.value;
    return to.kind === "bus" ? { name: name.value, source: source.value, body: text } : { body: text, attributes: pairs(attributes.value) };
  }

  function progress(line) {
    bar.value = line.sent;
    const cancelled = line.ended && line.sent < line.count;
    replace(result,
      h("p", { class: line.refused > 0 ? "notice bad" : "notice good" },
        `${line.sent} of ${line.count} sent${cancelled ? ", then cancelled" : ""}; ${line.accepted ?? 0} accepted, ${line.refused ?? 0} refused.`,
        line.reason ? h("span", { class: "foreign" }, ` ${line.reason}`) : null),
      line.ended && line.eventId ? h("p", { class: "muted small" }, "The last one is event ", h("a", { class: "mono", href: address("journal", { event: line.eventId }) }, line.eventId), ".") : null);
  }

  function stop() {
    if (running) {
      api.post("/send", { cancel: running.session }).catch((error) => replace(result, trouble(error)));
      say("Cancelled.");
    }
  }

  /** The API is on this page's own port, so the browser asks it itself. */
  async function request(to) {
    try {
      const url = new URL(to.url.replace(/\/$/, "") + (path.value === "" ? "" : `/${path.value.replace(/^\//, "")}`));
      url.host = location.host; // one machine, whatever it is called
      const answer = await fetch(url, {
        method: method.value,
        headers: { ...(body.value === "" ? {} : { "Content-Type": "application/json" }), ...(token.value === "" ? {} : { Authorization: token.value }) },
        body: ["GET", "DELETE"].includes(method.value) || body.value === "" ? undefined : body.value,
      });
      replace(result, h("p", { class: answer.ok ? "notice good" : "notice bad" }, `The API answers ${answer.status}.`), h("pre", { tabindex: "0" }, pretty(await answer.text())));
    } catch (error) {
      replace(result, trouble(error));
    }
  }

  function drawPast() {
    const words = search.value.toLowerCase();
    const some = past.filter((one) => `${one.body} ${one.attributes} ${one.toName} ${one.id}`.toLowerCase().includes(words)).slice(0, 50);
    replace(list, some.length === 0 ? h("li", { class: "muted" }, past.length === 0 ? "Nothing has been published yet." : "Nothing like that.") : some.map((one) => h("li", {},
      h("div", { class: "row between" },
        h("span", {}, h("strong", { class: "foreign" }, nameOf(one)), " ", h("span", { class: "muted small" }, `${clockTime(one.time)} to ${one.toName}`)),
        h("button", { type: "button", "aria-label": `Put ${nameOf(one)} of ${clockTime(one.time)} into the form`, onclick: () => again(one) }, "Send again …")),
      h("pre", { class: "one-line foreign", tabindex: "-1" }, one.body))));
  }

  function again(one) {
    const index = known.targets.findIndex(({ arn }) => arn === one.to);
    if (index < 0) {
      replace(result, h("p", { class: "notice bad" }, `${one.toName} is not deployed any more.`));
      return;
    }
    target.value = `target:${index}`;
    drawKind();
    kind.value = "raw";
    if (known.targets[index].kind === "bus") {
      const event = JSON.parse(one.body);
      name.value = event["detail-type"];
      source.value = event.source;
      body.value = JSON.stringify(event.detail, null, 2);
    } else {
      body.value = pretty(one.body);
      attributes.value = Object.entries(one.attributes === "" ? {} : JSON.parse(one.attributes)).map(([key, { Value }]) => `${key}=${Value}`).join("\n");
    }
    count.value = "1";
    drawWhat(known.targets[index]);
    replace(result, h("p", { class: "notice" }, "The event of the past is in the form. Change it, or send it as it is."));
    send.focus();
  }

  async function loadPast() {
    past = await api.get("/published").catch(() => past);
    drawPast();
  }

  async function load() {
    try {
      known = await api.get("/targets");
      drawTargets();
      drawKind();
    } catch (error) {
      replace(result, trouble(error));
    }
  }

  load();
  loadPast();
  let waiting = 0;
  const ends = [
    events.on("graph", load),
    events.on("hops", ({ hops }) => {
      if (waiting === 0 && hops.some(({ kind: happened }) => happened === "PUBLISHED")) {
        waiting = setTimeout(() => { waiting = 0; loadPast(); }, 1000);
      }
    }),
  ];
  return {
    unmount() {
      clearTimeout(waiting);
      ends.forEach((end) => end());
    },
  };
}

function pairs(text) {
  return Object.fromEntries(text.split("\n").map((line) => line.trim()).filter((line) => line.includes("="))
    .map((line) => [line.slice(0, line.indexOf("=")).trim(), line.slice(line.indexOf("=") + 1).trim()]));
}

function envelope(data, { event_id, event_name, source, version, correlation_id }) {
  return { data, metadata: { event_id, event_name, source, version, correlation_id, created_at: new Date().toISOString() } };
}

function sourceOf(event) {
  const part = event.split("_")[0];
  return { stock: "shop.inventory", payment: "shop.payments", receipt: "shop.notifications" }[part] ?? "shop.catalogue";
}

function nameOf({ body, attributes }) {
  try {
    const event = JSON.parse(body);
    const name = event["detail-type"] ?? event.event_name ?? (attributes === "" ? undefined : JSON.parse(attributes).event_name?.Value);
    return typeof name === "string" ? name : "a message";
  } catch {
    return "a text";
  }
}
