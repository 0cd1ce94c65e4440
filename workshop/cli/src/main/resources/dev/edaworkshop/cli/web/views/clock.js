// The cloud's clock, what is due on it, and faults of functions.
import { clockTime, field, repeat, trouble } from "../ask.js";
import { h, replace } from "../dom.js";

export const id = "clock";
export const title = "Clock & faults";
export const key = "6";

const SPANS = [["PT10S", "+10 s"], ["PT1M", "+1 min"], ["PT5M", "+5 min"], ["PT1H", "+1 h"]];
const FORM = /^\+?(\d+)\s*(ms|s|m|min|h|d)$/;

export function mount(element, { api, say, events }) {
  const time = h("p", { class: "cloud-time mono" });
  const due = h("ul", { class: "plain-list" });
  const happened = h("div", { role: "status", "aria-live": "polite" });
  const span = h("input", { class: "short", value: "2m", autocomplete: "off" });
  const functions = h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Functions" });
  const faultMessage = h("div", { role: "status", "aria-live": "polite" });
  let shown = "";

  replace(element, h("h1", {}, title), h("div", { class: "columns" },
    h("section", { class: "card stack", "aria-label": "Clock" },
      h("h2", {}, "The cloud's time"), time,
      h("div", { class: "row" },
        h("button", { type: "button", class: "primary", onclick: () => move({ next: true }) }, "To what is due next"),
        SPANS.map(([iso, words]) => h("button", { type: "button", onclick: () => move({ advance: iso }) }, words))),
      h("form", { class: "row", onsubmit: moveBySpan }, field("By a span of its own", span, "90s, 2m, 12h, 3d"), h("button", { type: "submit" }, "Move")),
      happened,
      h("h2", {}, "Due"), due),
    h("section", { class: "card stack", "aria-label": "Faults" },
      h("h2", {}, "Faults"),
      h("p", { class: "muted" }, "What goes wrong here goes wrong on purpose: retries, dead-letter queues and alarms can be seen at work."),
      faultMessage, functions)));

  async function look() {
    try {
      drawTime(await api.get("/time"));
      drawFunctions(await api.get("/fault"));
    } catch {
      // The shell says that the connection is lost.
    }
  }

  function drawTime({ now, aheadSeconds, due: timers }) {
    replace(time, new Date(now).toLocaleString([], { hour12: false }), h("span", { class: "muted small" },
      aheadSeconds > 0 ? ` ${words(aheadSeconds)} ahead of your clock` : " as your clock"));
    replace(due, timers.length === 0 ? h("li", { class: "muted" }, "Nothing waits for time to pass.") : timers.slice(0, 30).map((timer) =>
      h("li", {}, h("span", { class: "mono" }, clockTime(timer.at)), ` in ${words(Math.max(0, Math.round((new Date(timer.at) - new Date(now)) / 1000)))}: `,
        h("span", { class: "foreign" }, timer.what))),
      timers.length > 30 ? h("li", { class: "muted" }, `and ${timers.length - 30} more`) : null);
  }

  async function move(how) {
    try {
      const answer = await api.post("/time", how);
      drawTime(answer);
      replace(happened, answer.happened.length === 0
        ? h("p", { class: "notice" }, how.next ? "Nothing was due, so the clock stays." : "Time has passed; nothing was due.")
        : h("div", { class: "notice good" }, h("p", {}, "This became due:"), h("ul", {}, answer.happened.slice(0, 20).map(({ what }) => h("li", { class: "foreign" }, what)))));
    } catch (error) {
      replace(happened, trouble(error));
    }
  }

  function moveBySpan(event) {
    event.preventDefault();
    const match = FORM.exec(span.value.trim());
    if (!match) {
      replace(happened, h("p", { class: "notice bad", role: "alert" }, `“${span.value}” is no span of time. Write 90s, 2m, 12h or 3d.`));
      span.focus();
      return;
    }
    const [, number, unit] = match;
    move({ advance: { ms: `PT${Number(number) / 1000}S`, s: `PT${number}S`, m: `PT${number}M`, min: `PT${number}M`, h: `PT${number}H`, d: `P${number}D` }[unit] });
  }

  function drawFunctions(all) {
    const now = JSON.stringify(all);
    if (now === shown) {
      return;
    }
    shown = now;
    replace(functions, all.length === 0 ? h("p", { class: "muted" }, "No function is deployed.") : h("table", {},
      h("thead", {}, h("tr", {}, ["Function", "Fault"].map((words) => h("th", { scope: "col" }, words)))),
      h("tbody", {}, all.map(row))));
  }

  function row({ function: name, fault }) {
    const kind = h("select", { "aria-label": `Fault of ${name}`, onchange: () => drawValue() },
      [["fail", "fail"], ["throttle", "throttle"], ["slow", "slow"]].map(([value, words]) => h("option", { value }, words)));
    const value = h("input", { type: "number", class: "short" });
    const unit = h("span", { class: "muted" });
    const drawValue = () => {
      value.hidden = kind.value === "throttle";
      value.min = "1";
      value.max = kind.value === "fail" ? "100" : "900";
      value.value = kind.value === "fail" ? "50" : "2";
      value.setAttribute("aria-label", kind.value === "fail" ? `Percent of the invocations of ${name}` : `Seconds that ${name} is slower`);
      replace(unit, kind.value === "fail" ? "%" : kind.value === "slow" ? "s" : "");
    };
    drawValue();
    const change = async (wanted) => {
      try {
        const answer = await api.post("/fault", { function: name, ...wanted });
        drawFunctions(answer);
        say(wanted.fault === "off" ? `${name} works again.` : `${name}: ${answer.find((one) => one.function === name)?.fault ?? "switched on"}.`);
        replace(faultMessage);
      } catch (error) {
        replace(faultMessage, trouble(error));
      }
    };
    const on = () => {
      const amount = Number(value.value);
      if (kind.value !== "throttle" && !(amount >= 1 && amount <= Number(value.max))) {
        replace(faultMessage, h("p", { class: "notice bad", role: "alert" }, `Between 1 and ${value.max}, please.`));
        value.focus();
        return;
      }
      change({ fault: kind.value, percent: Math.round(amount), millis: Math.round(amount * 1000), seed: 1 });
    };
    return h("tr", {},
      h("th", { scope: "row", class: "foreign" }, name,
        h("p", { class: fault === "" ? "good small" : "bad small" }, fault === "" ? "✓ works" : `✗ ${fault}`)),
      h("td", {}, h("div", { class: "row" }, kind, value, unit,
        h("button", { type: "button", "aria-label": `Switch the fault of ${name} on`, onclick: on }, "On"),
        h("button", { type: "button", "aria-label": `Switch the fault of ${name} off`, disabled: fault === "", onclick: () => change({ fault: "off" }) }, "Off"))));
  }

  const stop = repeat(1000, look);
  const end = events.on("graph", () => { shown = ""; });
  return {
    unmount() {
      stop();
      end();
    },
  };
}

function words(seconds) {
  const parts = [[86400, "d"], [3600, "h"], [60, "min"], [1, "s"]];
  const said = [];
  let rest = seconds;
  for (const [size, unit] of parts) {
    if (rest >= size && said.length < 2) {
      said.push(`${Math.floor(rest / size)} ${unit}`);
      rest %= size;
    }
  }
  return said.length === 0 ? "0 s" : said.join(" ");
}
