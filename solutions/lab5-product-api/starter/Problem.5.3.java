    /**
     * TODO 5.3  Fail on purpose: what the client hears.
     *
     * <p>Whatever went wrong, the client gets a 500 with the exception in it. Nobody can tell a missing product from a
     * broken table, and everybody learns which libraries the shop uses. Give each kind of failure its status:
     *
     * <pre>
     * {@link ProductNotFoundException}     404
     * {@link ProductExistsException}       409
     * {@link VersionConflictException}     412
     * {@link StoreUnavailableException}    503, with the header retry-after (500 is right, too)
     * anything else                        500
     * </pre>
     *
     * <p>The first three were written for a client. What the others say belongs in the log, which has it already.
     *
     * <p>Check: ./lab check 5.3
     *
     * <p>Read: guide/lab5-product-api.md#53-fail-on-purpose
     */
    private static Problem translated(RuntimeException failure) {
        return problem(500, "internal-error", "Something went wrong", failure.toString());
    }
