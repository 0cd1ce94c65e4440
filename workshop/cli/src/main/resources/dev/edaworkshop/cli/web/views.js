// The views, in the order of the navigation.
//
// A view is a file views/<name>.js that exports
//   id       as it stands in the address: "flow"
//   title    as it stands in the navigation: "Flow"
//   key      one letter or digit that goes to it
//   mount(element, context)  fills the element; returns {update(parameters), unmount()}, both optional.
//            update is called when the parameters in the address change while the view is shown.
// and gets with its context
//   api      get, post, lines, text: api.js
//   events   what happens: feed.js
//   state    parameters (of the address), adjust(changes), keep(name, value), kept(name, otherwise): place.js
//   navigate(view, parameters), address(view, parameters)
//   say(text)  tells something in passing, also to screen readers
import * as flow from "./views/flow.js";
import * as journal from "./views/journal.js";

export const views = [flow, journal];
