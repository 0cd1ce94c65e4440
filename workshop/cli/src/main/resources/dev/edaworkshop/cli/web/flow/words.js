// How stations and ways are put in words.

export const KINDS = {
  API: "API",
  API_DESTINATION: "API destination",
  ARCHIVE: "archive",
  BUS: "event bus",
  FUNCTION: "function",
  LOG_GROUP: "log group",
  MAILBOX: "mailbox",
  MISSING: "missing",
  OUTSIDE: "outside",
  QUEUE: "queue",
  RULE: "rule",
  TABLE: "table",
  TOPIC: "topic",
  WEBSITE: "web server",
};

const REASONS = {
  SUBSCRIPTION: "subscription",
  RULE: "rule",
  TARGET: "target",
  EVENT_SOURCE: "event source mapping",
  DESTINATION: "destination",
  DEAD_LETTER: "dead-letter queue",
  ROUTE: "routes",
  ARCHIVE: "archive",
  MAY_USE: "its role allows it",
};

export function reason({ kind, name }) {
  return name === "" ? REASONS[kind] : `${REASONS[kind]}: ${name}`;
}

/** A name without what the picture says anyway: the queue InventoryQueue is Inventory. */
export function pictureName({ kind, name }, dead = false) {
  const word = { TOPIC: "Topic", QUEUE: "Queue", FUNCTION: "Function", TABLE: "Table", RULE: "Rule", BUS: "Bus" }[kind];
  // CloudFormation cuts long names within the hash that CDK puts behind them.
  const short = word ? name.replace(new RegExp(`^${word}s(?=[A-Z])`), "").replace(new RegExp(`${word}[0-9A-F]{0,8}$`), "") : name;
  const alive = dead ? short.replace(/(Queue)?DeadLetters$/, "") : short;
  return alive || short || name;
}

/** One line on how a station stands: {symbol, words, trouble}. */
export function standing(station, state, model) {
  const threw = station.kinds.THREW ?? 0;
  switch (station.kind) {
    case "FUNCTION": {
      const failed = threw > 0 ? `, failed ${number(threw)}×` : "";
      if (state?.fault) {
        return { symbol: "⚠", words: "fault switched on" + failed, trouble: true };
      }
      if ((state?.atWork ?? 0) > 0) {
        return state.warm > 0
          ? { symbol: "▶", words: `running ${state.atWork}${failed}`, trouble: threw > 0 }
          : { symbol: "◔", words: `cold start${failed}`, trouble: threw > 0 };
      }
      if ((state?.starting ?? 0) > 0) {
        return { symbol: "◔", words: `starting${failed}`, trouble: threw > 0 };
      }
      return state?.warm > 0
        ? { symbol: "◉", words: `warm${failed}`, trouble: threw > 0 }
        : { symbol: "○", words: `cold${failed}`, trouble: threw > 0 };
    }
    case "QUEUE": {
      const waiting = state?.visible ?? 0;
      const more = [
        (state?.inFlight ?? 0) > 0 ? `${number(state.inFlight)} in flight` : "",
        (state?.delayed ?? 0) > 0 ? `${number(state.delayed)} delayed` : "",
      ].filter(Boolean);
      const dead = isDeadLetterQueue(station, model) && waiting > 0;
      return {
        symbol: dead ? "◆" : waiting > 0 ? "▤" : "▢",
        words: [waiting === 0 && more.length === 0 ? "empty" : `${number(waiting)} waiting`, ...more].join(", "),
        trouble: dead,
      };
    }
    default: {
      const unrouted = station.kinds.UNROUTED ?? 0;
      return unrouted > 0
        ? { symbol: "✕", words: `${number(unrouted)} unrouted`, trouble: true }
        : { symbol: "", words: station.note, trouble: station.kind === "MISSING" };
    }
  }
}

export function isDeadLetterQueue(station, model) {
  return [...model.ways.values()].some((way) => way.to === station.id && way.reasons.some(({ kind }) => kind === "DEAD_LETTER"));
}

const FORMAT = new Intl.NumberFormat("en");

export function number(count) {
  return FORMAT.format(count);
}

/** For the picture, where room is scarce: 12,345 is 12.3k. */
const SHORT = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });

export function shortNumber(count) {
  return count < 10_000 ? number(count) : SHORT.format(count);
}

/** JSON with one condition a line; what is no JSON stays as it is. */
export function pretty(json) {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}

/** A condition in one short line: {"change": ["REPRICED"]} without what everybody sees anyway. */
export function brief(json, length = 30) {
  const line = json.replace(/\s+/g, " ").replace(/^\{(.*)\}$/, "$1").replaceAll('"', "");
  return line.length > length ? line.slice(0, length - 1) + "…" : line;
}
