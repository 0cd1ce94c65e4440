// The shell: navigation, theme, keys, connection. Each view is a file of its own; see views.js.
import * as api from "./api.js";
import { h, replace } from "./dom.js";
import { Feed } from "./feed.js";
import { address, adjust, keep, kept, navigate, place } from "./place.js";
import { views } from "./views.js";

const feed = new Feed();
const main = document.getElementById("view");
let shown = null; // {view, handle}

function show() {
  const { view: wanted, parameters } = place();
  const view = views.find(({ id }) => id === wanted);
  if (!view) {
    history.replaceState(null, "", address(views[0].id));
    return show();
  }
  if (shown?.view === view) {
    shown.handle?.update?.(parameters);
    return;
  }
  shown?.handle?.unmount?.();
  const element = h("div", { class: `view view-${view.id}` });
  replace(main, element);
  shown = { view, handle: null };
  shown.handle = view.mount(element, context(parameters));
  for (const link of document.querySelectorAll("#views a")) {
    link.toggleAttribute("aria-current", false);
    if (link.dataset.view === view.id) {
      link.setAttribute("aria-current", "page");
      link.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
  }
  titled();
}

function context(parameters) {
  return {
    api,
    events: feed,
    state: { parameters, adjust, keep, kept },
    navigate,
    address,
    say,
  };
}

let silence = 0;

function say(text) {
  const said = document.getElementById("said");
  replace(said, text);
  clearTimeout(silence);
  silence = setTimeout(() => replace(said), 6000);
}

function titled() {
  const name = feed.title === "" ? "The workshop" : feed.title;
  replace(document.getElementById("title"), name);
  document.title = shown === null ? name : `${shown.view.title} · ${name}`;
}

function connection(status) {
  const words = { connecting: "connecting …", open: "live", lost: "connection lost, trying again …" };
  const element = document.getElementById("connection");
  element.dataset.status = status;
  replace(element, words[status]);
  titled();
}

function systemIsDark() {
  return matchMedia("(prefers-color-scheme: dark)").matches;
}

function themeButton() {
  const button = document.getElementById("theme");
  const name = () => {
    const dark = (document.documentElement.dataset.theme ?? (systemIsDark() ? "dark" : "light")) === "dark";
    replace(button, dark ? "Light" : "Dark");
    button.setAttribute("aria-label", dark ? "Light colours" : "Dark colours");
    return dark ? "light" : "dark";
  };
  button.addEventListener("click", () => {
    const next = name();
    document.documentElement.dataset.theme = next;
    keep("theme", next);
    name();
    document.dispatchEvent(new CustomEvent("themechange"));
  });
  name();
}

// Keys ---------------------------------------------------------------------------------------------------------------

function keysDialog() {
  const dialog = document.getElementById("keys");
  const single = h("input", {
    type: "checkbox",
    id: "single-keys",
    onchange: () => keep("singleKeys", single.checked),
  });
  single.checked = kept("singleKeys", true);
  const rows = [
    ...views.map((view) => [view.key, `Go to ${view.title}`]),
    ["/", "Search in this view"],
    ["?", "These keys"],
    ["Esc", "Close, or let go of what is selected"],
    ["Tab, arrows, Enter", "Move around and choose; the picture and the lists say which of them they know"],
  ];
  replace(
    dialog,
    h("h2", { id: "keys-title" }, "Keys"),
    h("table", { class: "plain" }, h("tbody", {}, rows.map(([key, what]) =>
      h("tr", {}, h("th", { scope: "row" }, h("kbd", {}, key)), h("td", {}, what))))),
    h("p", {}, single, " ", h("label", { for: "single-keys" }, "Single letters are shortcuts")),
    h("form", { method: "dialog" }, h("button", { type: "button", onclick: () => dialog.close() }, "Close")),
  );
  document.getElementById("help").addEventListener("click", () => dialog.showModal());
}

function isTyping(target) {
  return target instanceof Element && target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]") !== null;
}

function pressed(event) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)
      || document.querySelector("dialog[open]") || !kept("singleKeys", true)) {
    return;
  }
  const view = views.find(({ key }) => key === event.key);
  if (view) {
    event.preventDefault();
    navigate(view.id);
    main.focus();
  } else if (event.key === "?") {
    event.preventDefault();
    document.getElementById("keys").showModal();
  } else if (event.key === "/") {
    const search = main.querySelector("[type=search]");
    if (search) {
      event.preventDefault();
      search.focus();
    }
  }
}

replace(
  document.getElementById("views"),
  views.map((view) => h("li", {}, h("a", { href: address(view.id), "data-view": view.id, "aria-keyshortcuts": view.key }, view.title))),
);
themeButton();
keysDialog();
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault(); // the address belongs to the views
  main.focus();
});
document.addEventListener("keydown", pressed);
addEventListener("hashchange", show);
feed.on("status", connection);
feed.on("restart", () => say("The local cloud was started anew; what you see begins with it."));
connection(feed.status);
show();
feed.start();
window.workshopFeed = feed; // for those who look into it with the browser's tools
