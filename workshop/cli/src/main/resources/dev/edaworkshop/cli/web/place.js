// Where the attendee is: the view and its filters stand in the address, so that a reload, a link and the back button
// know them. What is a matter of taste is kept by the browser.

/** {view: "journal", parameters: {event: "…"}} of the address #/journal?event=… */
export function place() {
  const [path, query = ""] = location.hash.replace(/^#\/?/, "").split("?", 2);
  return { view: path, parameters: Object.fromEntries(new URLSearchParams(query)) };
}

/** Goes to a view; empty parameters are left out. */
export function navigate(view, parameters = {}) {
  location.hash = address(view, parameters);
}

/** The same as a link. */
export function address(view, parameters = {}) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== "")).toString();
  return `#/${view}${query === "" ? "" : "?" + query}`;
}

/** Changes parameters of the view one is at, without a step for the back button. */
export function adjust(changes) {
  const { view, parameters } = place();
  history.replaceState(null, "", address(view, { ...parameters, ...changes }));
}

/** What the browser kept under a name, or else the other value. */
export function kept(name, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(`workshop.${name}`)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

export function keep(name, value) {
  try {
    localStorage.setItem(`workshop.${name}`, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing still shows everything.
  }
}
