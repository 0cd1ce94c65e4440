// The e-mails and text messages that AWS would have sent. Nothing leaves this machine.
import { clockTime, repeat } from "../ask.js";
import { h, replace } from "../dom.js";

export const id = "outbox";
export const title = "Outbox";
export const key = "8";

export function mount(element, { api, address }) {
  const search = h("input", { type: "search", "aria-label": "Search the outbox", placeholder: "Search", oninput: () => draw() });
  const list = h("ul", { class: "plain-list outbox" });
  let messages = [];
  let dropped = 0;
  let shown = "";

  replace(element, h("h1", {}, "Outbox"),
    h("p", { class: "muted" }, "E-mails and text messages that the shop's topics would have sent. Nothing leaves this machine."),
    h("div", { class: "row" }, search), list);

  function draw() {
    const words = search.value.toLowerCase();
    const some = messages.filter((one) => `${one.to} ${one.subject} ${one.body}`.toLowerCase().includes(words));
    replace(list,
      some.length === 0 ? h("li", { class: "muted" }, messages.length === 0 ? "Nothing has been sent. A topic with an e-mail or SMS subscription writes here." : "Nothing like that.") : null,
      some.map((one) => h("li", { class: "card" },
        h("p", {}, h("span", { class: "tag" }, one.kind === "EMAIL" ? "✉ e-mail" : "text message"), " ", h("strong", { class: "foreign" }, one.subject || one.to), " ",
          h("span", { class: "muted small" }, `${clockTime(one.time)} to `, h("span", { class: "foreign" }, one.to), one.from ? `, from ${one.from}` : "")),
        h("pre", { class: "foreign", tabindex: "0" }, one.body),
        one.eventId ? h("p", { class: "muted small" }, "Event ", h("a", { href: address("journal", { event: one.eventId }) }, one.eventId)) : null)),
      dropped > 0 ? h("li", { class: "muted" }, `${dropped} older ones are no longer kept.`) : null);
  }

  const stop = repeat(1500, async () => {
    try {
      const answer = await api.get("/outbox");
      const now = JSON.stringify(answer);
      if (now !== shown) {
        shown = now;
        ({ messages, dropped } = answer);
        draw();
      }
    } catch {
      // The shell says that the connection is lost.
    }
  });
  return { unmount: stop };
}
