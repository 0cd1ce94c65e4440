/** Amazon EventBridge: event buses, rules and their targets, schedules, archives and replays, API destinations. */
@NullMarked
package dev.edaworkshop.localcloud.events;

import org.jspecify.annotations.NullMarked;
