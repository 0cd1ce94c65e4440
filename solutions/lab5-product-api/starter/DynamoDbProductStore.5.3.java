    /**
     * TODO 5.3  Fail on purpose: translate.
     *
     * <p>What DynamoDB throws goes up through the domain, which can do nothing with it. The port promises something
     * else:
     *
     * <pre>
     * {@link ConditionalCheckFailedException}                    is  {@link WriteRefusedException}
     * {@link DynamoDbException}, throttled or status 500 and up  is  {@link StoreUnavailableException}
     * {@link SdkClientException}, no answer at all               is  {@link StoreUnavailableException}
     * any other {@link SdkException}                             is our own mistake: let it go
     * </pre>
     */
    private static <T> T asking(String productId, Supplier<T> request) {
        return request.get();
    }
