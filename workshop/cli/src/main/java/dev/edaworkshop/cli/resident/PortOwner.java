package dev.edaworkshop.cli.resident;

/** Tells who listens on a port of 127.0.0.1, as far as one can tell from outside. */
@FunctionalInterface
public interface PortOwner {
    Owner of(int port);

    /** Who listens. */
    sealed interface Owner {
        record Nobody() implements Owner {}

        /**
         * A local cloud of this workshop.
         *
         * @param pid its process
         * @param project the folder of the workshop it belongs to
         */
        record Workshop(long pid, String project) implements Owner {}

        /** Somebody else; the description fits after "is taken by". */
        record Other(String description) implements Owner {}
    }
}
