package dev.edaworkshop.localcloud.wire;

import software.amazon.awssdk.core.SdkPojo;

/** What an API action does: ordinary Java over AWS's own classes. */
@FunctionalInterface
public interface Handler<Q extends SdkPojo, R extends SdkPojo> {
    R handle(Call call, Q request);
}
