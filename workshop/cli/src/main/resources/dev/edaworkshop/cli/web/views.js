// The views, in the order of the navigation.
//
// A view is a file views/<name>.js that exports
//   id       as it stands in the address: "flow"
//   title    as it stands in the navigation: "Flow"
//   key      one letter or digit that goes to it
//   mount(element, context)  fills the element; returns {update(parameters), unmount()}, both optional.
//            update is called when the parameters in the address change while the view is shown.
// and gets with its context
//   api      get, post, lines, text, textLines: api.js
//   events   what happens: feed.js
//   state    parameters (of the address), adjust(changes), keep(name, value), kept(name, otherwise): place.js
//   navigate(view, parameters), address(view, parameters)
//   say(text)  tells something in passing, also to screen readers
import * as clock from "./views/clock.js";
import * as flow from "./views/flow.js";
import * as guide from "./views/guide.js";
import * as journal from "./views/journal.js";
import * as logs from "./views/logs.js";
import * as outbox from "./views/outbox.js";
import * as patterns from "./views/patterns.js";
import * as queues from "./views/queues.js";
import * as send from "./views/send.js";

export const views = [flow, journal, guide, send, patterns, clock, queues, outbox, logs];
