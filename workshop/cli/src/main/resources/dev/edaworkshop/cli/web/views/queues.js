// What lies in the queues: looked at, not received. Dead letters can be moved back.
import { clockTime, confirmed, pretty, repeat, trouble } from "../ask.js";
import { h, replace } from "../dom.js";

export const id = "queues";
export const title = "Queues";
export const key = "7";

export function mount(element, { api, state, say, address, navigate }) {
  const list = h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Queues" });
  const detail = h("section", { class: "card stack", "aria-label": "Messages" });
  const message = h("div", { role: "status", "aria-live": "polite" });
  let chosen = state.parameters.queue ?? "";
  let shown = "";
  let shownMessages = "";
  let queues = [];

  replace(element, h("h1", {}, "Queues"), message, h("div", { class: "columns" }, h("section", { class: "card stack", "aria-label": "All queues" }, list), detail));

  async function look() {
    try {
      queues = await api.get("/queues");
      const now = JSON.stringify(queues) + chosen;
      if (now !== shown) {
        shown = now;
        drawQueues();
      }
      await lookInto();
    } catch {
      // The shell says that the connection is lost.
    }
  }

  function drawQueues() {
    const focused = document.activeElement?.dataset?.queue;
    replace(list, queues.length === 0 ? h("p", { class: "muted" }, "No queue is deployed.") : h("table", {},
      h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Queue"), ["Visible", "In flight", "Delayed"].map((words) => h("th", { scope: "col", class: "number" }, words)))),
      h("tbody", {}, queues.map((queue) => h("tr", { class: queue.deadLettersOf.length > 0 && queue.visible > 0 ? "dead" : "" },
        h("th", { scope: "row" },
          h("a", { href: address("queues", { queue: queue.arn }), "data-queue": queue.arn, "aria-current": queue.arn === chosen ? "true" : null }, queue.name),
          h("p", { class: "muted small" }, queue.deadLettersOf.length > 0 ? `dead letters of ${queue.deadLettersOf.join(", ")}` : queue.read ? "somebody reads it" : "nobody reads it at the moment")),
        [queue.visible, queue.inFlight, queue.delayed].map((count) => h("td", { class: "number" }, count)))))));
    if (focused) {
      [...list.querySelectorAll("a")].find((link) => link.dataset.queue === focused)?.focus();
    }
  }

  async function lookInto() {
    const queue = queues.find(({ arn }) => arn === chosen);
    if (!queue) {
      replace(detail, h("p", { class: "muted" }, "Choose a queue to look into it. Looking does not receive: no receive count grows, nobody misses a message."));
      shownMessages = "";
      return;
    }
    const answer = await api.get(`/messages?queue=${encodeURIComponent(queue.arn)}`);
    const now = JSON.stringify(answer) + queue.arn;
    if (now === shownMessages) {
      return;
    }
    shownMessages = now;
    const open = new Set([...detail.querySelectorAll("details[open]")].map((one) => one.dataset.message));
    replace(detail,
      h("h2", {}, queue.name),
      h("p", { class: "muted" }, `${answer.visible} visible, ${answer.inFlight} in flight, ${answer.delayed} delayed.`,
        queue.deadLetterQueue ? ` What fails too often goes to ${queue.deadLetterQueue}.` : ""),
      queue.deadLettersOf.length > 0 ? h("div", { class: "row" }, h("button", { type: "button", class: "primary", disabled: answer.visible === 0, onclick: () => redrive(queue) }, "Move back to where they came from …")) : null,
      answer.messages.length === 0 ? h("p", { class: "notice" }, answer.inFlight > 0 ? "All its messages are being worked on." : "It is empty.") : h("ul", { class: "plain-list messages" }, answer.messages.map((one) => h("li", {},
        h("details", { "data-message": one.id, open: open.has(one.id) },
          h("summary", {}, h("span", { class: "foreign one-line" }, one.body), h("span", { class: "muted small" }, ` sent ${clockTime(one.sent)}, received ${one.received} ${one.received === 1 ? "time" : "times"}`)),
          h("pre", { tabindex: "0", class: "foreign" }, pretty(one.body)),
          Object.keys(one.attributes).length > 0 ? h("dl", {}, Object.entries(one.attributes).map(([name, value]) => [h("dt", { class: "foreign" }, name), h("dd", { class: "foreign" }, value)])) : null,
          one.cameFrom ? h("p", {}, `It came from ${one.cameFrom}.`) : null,
          h("p", { class: "muted small" }, "Event ", h("a", { href: address("journal", { event: one.eventId }) }, one.eventId)))))),
      answer.visible > answer.messages.length ? h("p", { class: "muted" }, `The first ${answer.messages.length} of ${answer.visible}.`) : null);
  }

  async function redrive(queue) {
    const may = await confirmed("Move the dead letters back?", h("p", {}, `${queue.visible} ${queue.visible === 1 ? "message goes" : "messages go"} back to ${queue.deadLettersOf.join(", ")}. If what made them fail is still there, they will be here again.`), "Move back");
    if (!may) {
      return;
    }
    try {
      await api.post("/redrive", { queue: queue.arn });
      replace(message);
      say("Moved back.");
      await look();
    } catch (error) {
      replace(message, trouble(error));
    }
  }

  list.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-queue]");
    if (link) {
      event.preventDefault();
      navigate("queues", { queue: link.dataset.queue });
    }
  });
  const stop = repeat(1000, look);
  return {
    update(parameters) {
      chosen = parameters.queue ?? "";
      look();
    },
    unmount: stop,
  };
}
