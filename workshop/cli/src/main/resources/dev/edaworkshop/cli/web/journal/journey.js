// One event's whole way, hop by hop.
import { h, replace } from "../dom.js";
import { OUTCOMES, wayOf } from "../flow/model.js";
import { pretty } from "../flow/words.js";
import { awsCommand } from "./command.js";
import { differences } from "./differences.js";
import { clockTime, kindWords, since } from "./words.js";

/** Fills an element with the answer of /ui/event. chosen: the number of the hop that was clicked. */
export function showJourney(element, { eventId, hops, stuck }, chosen, context) {
  const open = new Set([...element.querySelectorAll("details[open]")].map((details) => details.dataset.number));
  const command = awsCommand(hops);
  replace(element,
    h("h2", {}, "Journey of ", h("code", { class: "foreign" }, eventId)),
    hops.length === 0 ? h("p", { class: "notice" }, "The journal no longer has this event.") : null,
    whyNot(stuck, context),
    h("ol", { class: "timeline" }, hops.map((hop, i) => item(hop, hops.slice(0, i), hops[0], chosen, open, context))),
    command === "" ? null : copyable(command, open.has("command"), context));
}

function whyNot(stuck, context) {
  if (stuck.length === 0) {
    return h("p", { class: "notice good" }, "It got everywhere it was handed to.");
  }
  return h("div", {}, h("h3", {}, "Why not further?"), stuck.map((one) =>
    h("div", { class: `notice ${one.trouble ? "bad" : "warn"} why-not` },
      h("p", { class: "foreign" }, one.words),
      h("p", { class: "muted foreign" }, "→ ", one.advice),
      one.station === "" ? null : h("p", {}, h("a", { href: context.address("flow", { station: one.station }) }, "Show the station in the picture")))));
}

function item(hop, earlier, first, chosen, open, context) {
  const way = wayOf(hop.kind, hop.from, hop.to);
  const before = earlier.findLast(({ payload }) => payload !== "");
  return h("li", { class: `hop ${hop.outcome} ${String(hop.number) === chosen ? "chosen" : ""}`, "data-number": hop.number },
    h("p", { class: "hop-line" },
      h("span", { class: `count ${hop.outcome}`, "aria-hidden": "true" }, OUTCOMES[hop.outcome].symbol), " ",
      h("strong", {}, kindWords(hop.kind)), " ",
      h("span", { class: "foreign" }, [hop.fromName, hop.toName].filter(Boolean).join(" → ")),
      hop.attempt > 1 ? h("span", { class: "tag warn" }, `attempt ${hop.attempt}`) : null,
      h("span", { class: "muted hop-time" }, clockTime(hop.time), " ", since(first.time, hop.time))),
    hop.reason === "" ? null : h("p", { class: `foreign ${hop.outcome === "passed" ? "muted" : ""}` }, hop.reason),
    hop.payload === "" ? null : payload(hop, before, open.has(String(hop.number)) || String(hop.number) === chosen),
    way ? h("p", { class: "small" }, h("a", { href: context.address("flow", { from: way.from, to: way.to }) }, "Show in the picture")) : null);
}

function payload(hop, before, open) {
  const difference = before ? differences(before.payload, hop.payload) : { words: "what it began with" };
  return h("details", { "data-number": hop.number, open },
    h("summary", {}, "Payload: ", difference.words ?? `${difference.changes.length + difference.more} differences`),
    difference.changes ? h("ul", { class: "changes" }, difference.changes.map(({ sign, path, value }) =>
      h("li", { class: sign === "+" ? "good" : "bad" }, h("code", { class: "foreign" }, `${sign} ${path}: ${value}`))),
    difference.more > 0 ? h("li", {}, `and ${difference.more} more`) : null) : null,
    h("pre", { tabindex: "0", class: "foreign" }, pretty(hop.payload)));
}

function copyable(command, open, context) {
  const text = h("pre", { tabindex: "0", class: "foreign" }, command);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(command);
      context.say("Copied. The aws command wants some credentials, any will do.");
    } catch {
      getSelection().selectAllChildren(text);
      context.say("The browser does not let pages copy; it is selected, Ctrl-C copies it.");
    }
  };
  return h("details", { "data-number": "command", open, class: "command" }, h("summary", {}, "Do it again, as an aws command"),
    h("p", {}, h("button", { type: "button", onclick: copy }, "Copy")), text);
}
