    /*
     * TODO 5.7  Tests that bite.
     *
     * There is a test, it is green, and it would be green if the pipeline announced nonsense: all it says is that nothing
     * was thrown. Write tests that notice. Somewhere, eight copies of the pipeline are waiting, each with one mistake;
     * your tests have to be green on the right one, and at least one of them red on each of the wrong ones.
     *
     * FakeEventHandler keeps what the stream processor announces, FakeEventProvider keeps the envelopes that an Announcer
     * makes of it, Records has the changes of the table. Ask of each: what does somebody on the pier rely on?
     *
     * Check:  ./lab check 5.7
     * Read:   guide/lab5-product-api.md#57-tests-that-bite
     */

    @Test
    void a_new_product_is_processed() {
        process(Records.inserted("1", "p-1"));
        new Announcer(bus, true).announce(events.announced());
    }
