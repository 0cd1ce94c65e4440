    /*
     * TODO 1.1  Four terminals.
     *
     * The shop on the pier has a catalogue that speaks and consumers that listen. Before you change anything, see it
     * happen. Open four terminals in the workshop's folder: one for the shop, one to watch, one for this worker, and one
     * for the playground, which publishes one event. There is nothing to write; the guide says what to start where, and
     * what to look for.
     *
     * Check:  ./lab check 1.1
     * Read:   guide/lab1-pubsub.md#11-four-terminals
     */
