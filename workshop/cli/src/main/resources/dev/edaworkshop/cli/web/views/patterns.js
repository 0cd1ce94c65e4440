// Tries an event pattern or a filter policy on the events of the past, while it is being typed.
import { clockTime, field, trouble } from "../ask.js";
import { h, replace } from "../dom.js";

export const id = "patterns";
export const title = "Patterns";
export const key = "5";

const KINDS = {
  pattern: { words: "EventBridge event pattern", kind: "pattern", scope: "", example: '{\n  "source": ["shop.catalogue"],\n  "detail-type": ["product_created"]\n}' },
  attributes: { words: "SNS filter policy on message attributes", kind: "policy", scope: "MessageAttributes", example: '{\n  "event_name": ["product_created"]\n}' },
  body: { words: "SNS filter policy on the message body", kind: "policy", scope: "MessageBody", example: '{\n  "category": ["toys"],\n  "price": [{"numeric": [">", 20]}]\n}' },
};

export function mount(element, { api, state, events }) {
  let deployed = [];
  let asked = 0;
  let timer = 0;

  const draft = state.kept("pattern", { kind: "attributes", text: KINDS.attributes.example });
  const kind = h("select", { onchange: changeKind }, Object.entries(KINDS).map(([name, { words }]) => h("option", { value: name }, words)));
  const load = h("select", { onchange: loadDeployed });
  const text = h("textarea", { rows: "12", spellcheck: "false", autocapitalize: "off", oninput: soon });
  const to = h("select", { onchange: now });
  const own = h("textarea", { rows: "6", spellcheck: "false", oninput: soon });
  const verdict = h("div", { role: "status", "aria-live": "polite" });
  const list = h("ul", { class: "plain-list tried" });
  kind.value = draft.kind in KINDS ? draft.kind : "attributes";
  text.value = draft.text;

  replace(element, h("h1", {}, "Try patterns and filter policies"), h("div", { class: "columns" },
    h("section", { class: "card stack", "aria-label": "The pattern" },
      field("Kind", kind), field("Load what is deployed", load), field("Pattern or policy", text),
      h("details", {}, h("summary", {}, "Try it on an event of my own"), field("Events", own, "as JSON: one, an array, or one per line"))),
    h("section", { class: "card stack", "aria-label": "Does it match?" },
      field("Events that were published to", to), verdict, list)));

  function changeKind() {
    if (Object.values(KINDS).some(({ example }) => example === text.value) || text.value.trim() === "") {
      text.value = KINDS[kind.value].example;
    }
    now();
  }

  function loadDeployed() {
    const one = deployed[load.value];
    if (one) {
      kind.value = one.kind === "pattern" ? "pattern" : one.scope === "MessageBody" ? "body" : "attributes";
      text.value = indented(one.text);
      to.value = [...to.options].some(({ value }) => value === one.to) ? one.to : "";
      load.value = "";
      now();
      text.focus();
    }
  }

  function soon() {
    clearTimeout(timer);
    timer = setTimeout(now, 200);
  }

  async function now() {
    clearTimeout(timer);
    state.keep("pattern", { kind: kind.value, text: text.value });
    const number = ++asked;
    const { kind: wanted, scope } = KINDS[kind.value];
    try {
      const answer = await api.post("/try", { kind: wanted, scope, text: text.value, events: own.value, to: own.value.trim() === "" ? to.value : "" });
      if (number === asked) {
        answer.valid ? judged(answer) : refused(answer);
      }
    } catch (error) {
      if (number === asked) {
        replace(verdict, trouble(error));
      }
    }
  }

  function refused({ message, line }) {
    const words = line > 0 ? text.value.split("\n")[line - 1]?.trim() : "";
    text.setAttribute("aria-invalid", "true");
    replace(verdict, h("div", { class: "notice bad" },
      h("p", { class: "foreign" }, h("strong", {}, text.value.trim() === "" ? "Type a pattern." : message)),
      words ? h("p", {}, `Line ${line}: `, h("code", { class: "foreign" }, words)) : null,
      h("p", { class: "muted small" }, "Every value of a pattern is a list: {\"category\": [\"toys\"]}. Operators are objects in that list.")));
    replace(list);
  }

  function judged({ tried, matching, events: judgedEvents }) {
    text.removeAttribute("aria-invalid");
    replace(verdict, tried === 0
      ? h("p", { class: "notice" }, "It is valid. Nothing has been published there yet: Send has events of the shop.")
      : h("p", { class: matching > 0 ? "notice good" : "notice warn" }, `${matching} of ${tried} ${tried === 1 ? "event matches" : "events match"}.`));
    replace(list, judgedEvents.map((one) => h("li", { class: one.matches ? "matches" : "misses" },
      h("p", {}, h("span", { class: one.matches ? "tag good" : "tag bad" }, one.matches ? "✓ matches" : "✗ does not"), " ",
        h("strong", { class: "foreign" }, nameOf(one.event)), " ",
        h("span", { class: "muted small" }, one.id === "" ? "" : `${clockTime(one.time)} ${one.to}`)),
      one.why ? h("p", { class: "foreign why" }, one.why) : null,
      h("details", {}, h("summary", {}, "The event"), h("pre", { tabindex: "0", class: "foreign" }, JSON.stringify(one.event, null, 2))))));
  }

  async function loadLists() {
    try {
      const [patterns, { targets }] = await Promise.all([api.get("/patterns"), api.get("/targets")]);
      deployed = patterns;
      replace(load, h("option", { value: "" }, patterns.length === 0 ? "No rule or filter policy is deployed" : "Choose …"),
        patterns.map((one, index) => h("option", { value: index }, one.name)));
      const before = to.value;
      replace(to, h("option", { value: "" }, "anything"),
        targets.map((one) => h("option", { value: one.arn }, `${one.kind} ${one.name}`)));
      to.value = [...to.options].some(({ value }) => value === before) ? before : "";
      await now();
    } catch (error) {
      replace(verdict, trouble(error));
    }
  }

  loadLists();
  let waiting = 0;
  const ends = [
    events.on("graph", loadLists),
    events.on("hops", ({ hops }) => {
      if (waiting === 0 && own.value.trim() === "" && hops.some(({ kind: happened }) => happened === "PUBLISHED")) {
        waiting = setTimeout(() => { waiting = 0; now(); }, 1000);
      }
    }),
  ];
  return {
    unmount() {
      clearTimeout(timer);
      clearTimeout(waiting);
      ends.forEach((end) => end());
    },
  };
}

function indented(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function nameOf(event) {
  const name = event?.["detail-type"] ?? event?.MessageAttributes?.event_name?.Value ?? event?.event_name;
  if (typeof name === "string") {
    return name;
  }
  try {
    return String(JSON.parse(event.Message).event_name ?? "a message");
  } catch {
    return "an event";
  }
}
