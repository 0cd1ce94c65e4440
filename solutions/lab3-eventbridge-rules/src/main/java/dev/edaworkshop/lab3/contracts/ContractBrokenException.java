package dev.edaworkshop.lab3.contracts;

import java.util.List;

/** An event does not keep the contract that it names; the message says where it does not. */
public final class ContractBrokenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ContractBrokenException(String eventName, int version, List<String> problems) {
        super("%s version %d breaks its contract: %s".formatted(eventName, version, String.join("; ", problems)));
    }
}
