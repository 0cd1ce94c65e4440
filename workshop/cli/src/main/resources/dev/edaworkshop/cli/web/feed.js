// What happens in the cloud, as the server tells it. See PageFeed.java for what it tells.

const RETRY_MILLIS = 1000;

/**
 * Listens for as long as the page is open. Views subscribe:
 *   on("hops", ({hops, omitted}) => …)  the hops of the last tenth of a second, or a choice of them; omitted says of how
 *                                       many more. A hop: X                                       attempt, reason}; from and to are stations of the picture.
 *   on("counts", (changed) => …)        ways whose totals changed; counts() has all
 *   on("stations", (changed) => …)      ids whose state changed; station(id) has it
 *   on("graph", () => …)                something was deployed
 *   on("restart", () => …)              another run of the cloud: forget everything
 *   on("status", (status) => …)         "connecting", "open" or "lost"
 * Each returns a function that ends it.
 */
export class Feed {
  #listeners = new Map();
  #counts = new Map();
  #stations = new Map();
  #status = "connecting";
  #run = "";
  #title = "";
  #graph = "";
  #last = 0;
  #lastId = "";

  start() {
    this.#connect();
  }

  on(what, listener) {
    const listeners = this.#listeners.get(what) ?? this.#listeners.set(what, new Set()).get(what);
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  /** "connecting", "open" or "lost". */
  get status() {
    return this.#status;
  }

  /** The lab's folder name. */
  get title() {
    return this.#title;
  }

  /** Names this run of the cloud; empty until the first connection. */
  get run() {
    return this.#run;
  }

  /** The number of the newest hop. */
  get last() {
    return this.#last;
  }

  /** Totals: [{from, to, kind, count}]. */
  counts() {
    return this.#counts.values();
  }

  /** What is known of a station's state: a queue's {visible, inFlight, delayed}, a function's {atWork, warm, starting, fault}. */
  station(id) {
    return this.#stations.get(id);
  }

  #connect() {
    const after = this.#lastId === "" ? "" : `?after=${encodeURIComponent(this.#lastId)}`;
    const source = new EventSource(new URL(`stream${after}`, import.meta.url));
    source.addEventListener("hello", (event) => this.#hello(event));
    source.addEventListener("frame", (event) => this.#frame(event));
    source.addEventListener("error", () => {
      // Connected again by hand: a browser gives up where a server answers with an error while it starts.
      source.close();
      this.#become("lost");
      setTimeout(() => this.#connect(), RETRY_MILLIS);
    });
  }

  #hello(event) {
    const hello = JSON.parse(event.data);
    const restarted = this.#run !== "" && this.#run !== hello.run;
    if (this.#run !== hello.run) {
      this.#counts.clear();
      this.#stations.clear();
      this.#last = Number(event.lastEventId.split("/")[1]);
    }
    this.#run = hello.run;
    this.#title = hello.title;
    this.#lastId = event.lastEventId;
    this.#become("open");
    if (restarted) {
      this.#tell("restart");
    }
    this.#count(hello.counts ?? []);
    this.#deployed(hello.graph);
  }

  #frame(event) {
    const frame = JSON.parse(event.data);
    this.#lastId = event.lastEventId;
    this.#count(frame.counts ?? []);
    for (const [id, state] of Object.entries(frame.stations ?? {})) {
      this.#stations.set(id, state);
    }
    if (frame.stations) {
      this.#tell("stations", Object.keys(frame.stations));
    }
    const hops = (frame.hops ?? []).filter((hop) => hop.number > this.#last);
    this.#last = Math.max(this.#last, frame.last);
    if (hops.length > 0) {
      this.#tell("hops", { hops, omitted: frame.omitted });
    }
    this.#deployed(frame.graph);
  }

  #count(counts) {
    const changed = counts.map(([from, to, kind, count]) => {
      const way = { from, to, kind, count };
      this.#counts.set(`${from} ${to} ${kind}`, way);
      return way;
    });
    if (changed.length > 0) {
      this.#tell("counts", changed);
    }
  }

  #deployed(graph) {
    if (graph !== undefined && graph !== this.#graph) {
      this.#graph = graph;
      this.#tell("graph");
    }
  }

  #become(status) {
    if (this.#status !== status) {
      this.#status = status;
      this.#tell("status", status);
    }
  }

  #tell(what, ...details) {
    for (const listener of [...(this.#listeners.get(what) ?? [])]) {
      try {
        listener(...details);
      } catch (error) {
        console.error(error); // one view's mistake is not the others'
      }
    }
  }
}
