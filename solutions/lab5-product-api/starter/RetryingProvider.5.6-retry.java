    /*
     * TODO 5.6  Provider and receipts: once more, but only what was refused.
     *
     * Whatever is refused now goes back to the stream, which repeats everything that came after it as well. Try again
     * here, at most MAX_ATTEMPTS times in all, and send nothing that the bus has already. Some refusals never pass
     * (isWorthAnotherTry). Between two tries, pause.
     */
    @Override
    public PublishReceipt publish(List<DomainEvent> events) {
        return provider.publish(events);
    }
