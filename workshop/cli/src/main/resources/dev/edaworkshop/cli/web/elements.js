// Makes elements of what the server describes: ["a", {href: "…"}, "text", […]]. Nothing but these tags and attributes.
import { h, svg } from "./dom.js";

const HTML = new Set(["a", "blockquote", "br", "code", "details", "div", "em", "figcaption", "figure", "h3", "h4", "h5", "h6", "hr",
  "li", "ol", "p", "pre", "span", "strong", "summary", "table", "tbody", "td", "th", "thead", "tr", "ul"]);
const SVG = new Set(["svg", "rect", "path", "polygon", "ellipse", "text", "tspan"]);
const ATTRIBUTES = new Set(["aria-hidden", "aria-label", "class", "cx", "cy", "d", "data-anchor", "data-page", "height", "href", "id",
  "points", "rel", "role", "rx", "ry", "scope", "start", "tabindex", "target", "text-anchor", "title", "viewBox", "width", "x", "y"]);

export function build(described) {
  if (typeof described === "string") {
    return document.createTextNode(described);
  }
  const [tag, attributes, ...children] = described;
  const allowed = Object.entries(attributes)
    .filter(([name, value]) => ATTRIBUTES.has(name) && (name !== "href" || /^(https:\/\/|#)/.test(value)));
  const make = SVG.has(tag) ? svg : HTML.has(tag) ? h : null;
  return make === null ? document.createTextNode("") : make(tag, Object.fromEntries(allowed), children.map(build));
}
