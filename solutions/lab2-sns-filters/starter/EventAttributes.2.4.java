    /*
     * TODO 2.4  Numeric: what the publisher promises.
     *
     * All attributes are published with the type String, the price as well. "99.99" is greater than "500", as texts go.
     * Publish numbers so that a subscription can compare them.
     */
    private static MessageAttributeValue attribute(Object value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value.toString())
                .build();
    }
