import { h, replace } from "../dom.js";

export const id = "journal";
export const title = "Journal";
export const key = "2";

export function mount(element) {
  replace(element, h("h1", {}, title));
}
