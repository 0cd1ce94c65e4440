package dev.edaworkshop.lab2.infra;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/** The topics of the shop, one for each fact: the catalogue speaks on three of them, Inventory on the fourth. */
final class ProductTopics extends Construct {

    private final Topic productCreated = topic("ProductCreated");
    private final Topic stockDepleted = topic("StockDepleted");
    private final Map<String, Topic> catalogueTopics = new TreeMap<>(Map.of(
            "product_created", productCreated,
            "product_price_changed", topic("ProductPriceChanged"),
            "product_deleted", topic("ProductDeleted")));

    ProductTopics(Construct scope, String id) {
        super(scope, id);
    }

    Topic productCreated() {
        return productCreated;
    }

    /** Inventory says here what is sold out. Its events carry no attributes. */
    Topic stockDepleted() {
        return stockDepleted;
    }

    /** The catalogue finds the topic of {@code product_created} in its variable {@code PRODUCT_CREATED_TOPIC_ARN}. */
    void letPublish(ShopFunction catalogue) {
        catalogueTopics.forEach((eventName, topic) -> {
            catalogue.setVariable(eventName.toUpperCase(Locale.ROOT) + "_TOPIC_ARN", topic.getTopicArn());
            topic.grantPublish(catalogue.role());
        });
    }

    private Topic topic(String id) {
        // enforceSSL: whoever speaks to the topic does so encrypted.
        return Topic.Builder.create(this, id).enforceSsl(true).build();
    }
}
