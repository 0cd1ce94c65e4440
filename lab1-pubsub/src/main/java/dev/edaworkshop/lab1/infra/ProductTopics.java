package dev.edaworkshop.lab1.infra;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/** The topics on which the catalogue speaks. */
final class ProductTopics extends Construct {

    private final Topic productCreated;
    private final Topic productPriceChanged;
    private final Topic productDeleted;
    private final Map<String, Topic> byEventName;

    ProductTopics(Construct scope, String id) {
        super(scope, id);
        /*
         * TODO 1.2  Name the fact: a topic for each.
         *
         * Everything the catalogue says goes to one topic, so whoever wants to hear of new products also hears of all
         * the rest. Give each fact a topic of its own, and say below which topic carries which event.
         */
        Topic shop = topic("Shop");
        productCreated = shop;
        productPriceChanged = shop;
        productDeleted = shop;
        byEventName = Map.of(
                "create_product", shop,
                "send_welcome_mail", shop,
                "delete_product", shop);
    }

    Topic productCreated() {
        return productCreated;
    }

    Topic productPriceChanged() {
        return productPriceChanged;
    }

    Topic productDeleted() {
        return productDeleted;
    }

    /** Each topic once, even if several facts share it. */
    Set<Topic> all() {
        return new LinkedHashSet<>(List.of(productCreated, productPriceChanged, productDeleted));
    }

    /** The publisher finds the topic of {@code product_created} in its variable {@code PRODUCT_CREATED_TOPIC_ARN}. */
    void letPublish(ShopFunction function) {
        byEventName.forEach((eventName, topic) -> {
            function.setVariable(eventName.toUpperCase(Locale.ROOT) + "_TOPIC_ARN", topic.getTopicArn());
            topic.grantPublish(function.role());
        });
    }

    private Topic topic(String id) {
        // enforceSSL: whoever speaks to the topic does so encrypted.
        return Topic.Builder.create(this, id).enforceSsl(true).build();
    }
}
