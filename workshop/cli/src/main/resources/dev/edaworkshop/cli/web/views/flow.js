import { h, replace } from "../dom.js";

export const id = "flow";
export const title = "Flow";
export const key = "1";

export function mount(element) {
  replace(element, h("h1", {}, title));
}
