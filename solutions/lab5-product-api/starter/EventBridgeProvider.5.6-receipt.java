    /*
     * TODO 5.6  Provider and receipts: what became of each event.
     *
     * The request went well, so everything was accepted? EventBridge answers 200 also if it took none of the events.
     * Look into the answer, and give back a receipt that names each event that was refused, with the reason.
     */
    private PublishReceipt put(List<DomainEvent> batch) {
        bus.putEvents(request -> request.entries(batch.stream().map(this::entry).toList()));
        return PublishReceipt.allAccepted(batch.size());
    }
