// How hops are put in words.

const KINDS = {
  PUBLISHED: "published",
  UNROUTED: "unrouted",
  FILTERED: "filtered out",
  DEDUPLICATED: "taken for a repetition",
  DELIVERED: "delivered",
  REFUSED: "refused",
  RETRY_SCHEDULED: "will be tried again",
  LOST: "lost",
  RECEIVED: "received",
  DELETED: "deleted",
  VISIBLE_AGAIN: "visible again",
  DEAD_LETTERED: "given up",
  REDRIVEN: "moved back to work",
  INVOKED: "invoked",
  RETURNED: "returned",
  THREW: "failed",
  DENIED: "denied",
  API_CALL: "table used",
  REQUESTED: "requested",
  ANSWERED: "answered",
};

export function kindWords(kind) {
  return KINDS[kind] ?? kind.toLowerCase().replaceAll("_", " ");
}

/** 09:15:00.123, where the attendee is. */
export function clockTime(iso) {
  const time = new Date(iso);
  const two = (value) => String(value).padStart(2, "0");
  return `${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}.${String(time.getMilliseconds()).padStart(3, "0")}`;
}

/** +12 ms after the first hop; the cloud's clock may have been moved in between. */
export function since(first, iso) {
  const millis = new Date(iso) - new Date(first);
  if (millis < 1) {
    return "";
  }
  return millis < 1000 ? `+${millis} ms` : millis < 120_000 ? `+${(millis / 1000).toFixed(1)} s` : `+${Math.round(millis / 60_000)} min`;
}
