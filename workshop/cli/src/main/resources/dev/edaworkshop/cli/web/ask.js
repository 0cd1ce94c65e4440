// Small things that several views need.
import { h, replace } from "./dom.js";

/** 09:15:00 of an instant. */
export function clockTime(instant) {
  return instant === "" ? "" : new Date(instant).toLocaleTimeString([], { hour12: false });
}

/** JSON with indentation; other texts as they are. */
export function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** Does something now and again and again while the page can be seen; the answer ends it. */
export function repeat(millis, action) {
  let timer = 0;
  let ended = false;
  const round = async () => {
    if (!document.hidden) {
      await action();
    }
    if (!ended) {
      timer = setTimeout(round, millis);
    }
  };
  round();
  return () => {
    ended = true;
    clearTimeout(timer);
  };
}

/** Asks before something is done; true if it may be. */
export function confirmed(title, content, yes) {
  return new Promise((answer) => {
    const dialog = h("dialog", { class: "confirm", "aria-labelledby": "confirm-title" });
    const decide = (value) => {
      answer(value);
      dialog.close();
    };
    replace(
      dialog,
      h("h2", { id: "confirm-title" }, title),
      content,
      h("div", { class: "row" },
        h("button", { type: "button", class: "primary", onclick: () => decide(true) }, yes),
        h("button", { type: "button", onclick: () => decide(false) }, "Cancel")),
    );
    dialog.addEventListener("close", () => {
      answer(false);
      dialog.remove();
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** A label and its field, one above the other. */
export function field(label, input, help = "") {
  input.id ||= `field-${++fields}`;
  const note = help === "" ? null : h("span", { class: "muted small", id: `${input.id}-help` }, help);
  if (note) {
    input.setAttribute("aria-describedby", note.id);
  }
  return h("div", { class: "field" }, h("span", {}, h("label", { for: input.id }, label), note ? " " : null, note), input);
}

let fields = 0;

/** A notice that something went wrong. */
export function trouble(error) {
  return h("p", { class: "notice bad", role: "alert" }, error.message);
}
