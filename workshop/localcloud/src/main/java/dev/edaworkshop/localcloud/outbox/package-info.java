/** What would have left the cloud for a person: e-mails and text messages, kept to be read. */
@NullMarked
package dev.edaworkshop.localcloud.outbox;

import org.jspecify.annotations.NullMarked;
