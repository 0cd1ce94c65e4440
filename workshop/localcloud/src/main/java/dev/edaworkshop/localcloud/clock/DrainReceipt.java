package dev.edaworkshop.localcloud.clock;

import java.time.Duration;
import java.util.List;

/**
 * What a drain left behind.
 *
 * @param passed how much time went by on the clock
 * @param pending what is due beyond the horizon; empty if the cloud is idle for good
 */
public record DrainReceipt(Duration passed, List<String> pending) {
    public DrainReceipt {
        pending = List.copyOf(pending);
    }
}
