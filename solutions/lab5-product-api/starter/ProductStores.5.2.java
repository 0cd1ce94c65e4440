    /*
     * TODO 5.2  Swap the database: the choice.
     *
     * The variable PRODUCT_DATABASE says which database it is: "dynamodb", also when it is missing, or "sql". At the
     * moment nobody looks at it. Anything else is a mistake of whoever deploys, and should be named as one.
     */
    public static ProductStore fromEnvironment(Map<String, String> environment) {
        return DynamoDbProductStore.fromEnvironment(environment);
    }
