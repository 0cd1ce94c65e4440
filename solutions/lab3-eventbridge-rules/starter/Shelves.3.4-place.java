    /** @param conditions on the facts of a new product, field by field */
    private void shelf(String name, Map<String, Object> conditions) {
        rule(name, conditions); // TODO 3.4  Content filters: is this where the facts are?
    }
