    /*
     * TODO 5.5  Stream processor: how far it got.
     *
     * Lambda hands over up to 100 changes at a time. If one of them cannot be read, the exception ends the whole batch:
     * Lambda then repeats all of it, also what has been announced already. Announce what can be announced, once and in
     * one call (5.6 fills requests with it), and answer with the sequence number of the first record that has to come
     * again. Lambda repeats from that one on, with everything after it.
     */
    public Optional<String> process(List<StreamRecord> batch) {
        for (StreamRecord record : batch) {
            Optional<ProductFact> fact = ProductFacts.of(record);
            if (fact.isPresent()) {
                events.announce(List.of(fact.get()));
            }
        }
        return Optional.empty();
    }
