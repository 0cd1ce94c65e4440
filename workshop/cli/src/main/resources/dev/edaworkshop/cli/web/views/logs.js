// What functions print, as it is printed.
import { h, replace } from "../dom.js";
import { field, trouble } from "../ask.js";

export const id = "logs";
export const title = "Logs";
export const key = "9";

const MOST = 2000;

export function mount(element, { api, state, events }) {
  const choice = h("select", { onchange: () => { state.adjust({ function: choice.value }); open(); } });
  const search = h("input", { type: "search", "aria-label": "Only lines with", placeholder: "Only lines with …", oninput: () => draw() });
  const follow = h("input", { type: "checkbox", checked: true, id: "logs-follow", onchange: () => toEnd() });
  const log = h("pre", { class: "log foreign", tabindex: "0", role: "log", "aria-live": "off", "aria-label": "Log" });
  const message = h("div", { role: "status", "aria-live": "polite" });
  let lines = [];
  let reading = new AbortController();
  let waiting = 0;

  replace(element, h("h1", {}, "Logs of functions"),
    h("div", { class: "row" }, field("Function", choice), search,
      h("p", {}, follow, " ", h("label", { for: "logs-follow" }, "Stay at the end"))),
    message, log);

  function draw() {
    const words = search.value.toLowerCase();
    const some = lines.filter((line) => line.toLowerCase().includes(words));
    replace(log, some.length === 0 ? h("span", { class: "muted" }, lines.length === 0 ? "It has printed nothing so far." : "No line has that.") : some.map((line) =>
      h("span", { class: style(line) }, line, "\n")));
    toEnd();
  }

  function toEnd() {
    if (follow.checked) {
      log.scrollTop = log.scrollHeight;
    }
  }

  async function open() {
    reading.abort();
    reading = new AbortController();
    lines = [];
    draw();
    if (choice.value === "") {
      return;
    }
    try {
      await api.textLines(`/log?follow=true&function=${encodeURIComponent(choice.value)}`, (line) => {
        lines.push(line);
        if (lines.length > MOST) {
          lines.splice(0, lines.length - MOST);
        }
        waiting ||= requestAnimationFrame(() => { waiting = 0; draw(); });
      }, { signal: reading.signal });
    } catch (error) {
      if (error.name !== "AbortError") {
        replace(message, trouble(error));
      }
    }
  }

  async function load() {
    try {
      const names = (await api.get("/fault")).map((one) => one.function);
      const before = choice.value || state.parameters.function;
      replace(choice, names.length === 0 ? h("option", { value: "" }, "No function is deployed") : names.map((name) => h("option", { value: name }, name)));
      choice.value = names.includes(before) ? before : names[0] ?? "";
      replace(message);
      open();
    } catch (error) {
      replace(message, trouble(error));
    }
  }

  load();
  const end = events.on("graph", load);
  return {
    update(parameters) {
      if (parameters.function && parameters.function !== choice.value) {
        choice.value = parameters.function;
        open();
      }
    },
    unmount() {
      reading.abort();
      cancelAnimationFrame(waiting);
      end();
    },
  };
}

function style(line) {
  return /\b(ERROR|Exception|FATAL|Task timed out)\b/.test(line) ? "bad" : /^(START|END|REPORT) /.test(line) ? "muted" : "";
}
