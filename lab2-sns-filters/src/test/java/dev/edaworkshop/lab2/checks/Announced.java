package dev.edaworkshop.lab2.checks;

import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.journal.Hop.Kind;
import dev.edaworkshop.testkit.DeployedLab;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchResponse;

/** Goods that a check has announced, and where the events got to. */
final class Announced {

    private static final int MOST_IN_ONE_REQUEST = 10;

    private final DeployedLab lab;
    private final Topic topic;
    private final Map<Goods, String> messageIds = new LinkedHashMap<>();
    private final List<Goods> goods;

    /** Which fact is announced. */
    private enum Topic {
        /** The catalogue's event, with the attributes that the catalogue promises. */
        PRODUCT_CREATED("ProductCreatedTopicArn"),
        /** Inventory's event, without attributes. */
        STOCK_DEPLETED("StockDepletedTopicArn");

        private final String output;

        Topic(String output) {
            this.output = output;
        }
    }

    private Announced(DeployedLab lab, Topic topic, List<Goods> goods) {
        this.lab = lab;
        this.topic = topic;
        this.goods = List.copyOf(goods);
    }

    /** Announces each of the goods once as created, and lets everything happen that follows. */
    static Announced created(DeployedLab lab, List<Goods> goods) {
        return all(new Announced(lab, Topic.PRODUCT_CREATED, goods));
    }

    /** Announces each of the goods once as sold out, and lets everything happen that follows. */
    static Announced soldOut(DeployedLab lab, List<Goods> goods) {
        return all(new Announced(lab, Topic.STOCK_DEPLETED, goods));
    }

    private static Announced all(Announced announced) {
        int all = announced.goods.size();
        for (int first = 0; first < all; first += MOST_IN_ONE_REQUEST) {
            announced.publish(first, Math.min(all, first + MOST_IN_ONE_REQUEST));
        }
        announced.lab.drain();
        return announced;
    }

    List<Goods> goods() {
        return goods;
    }

    /** What the event about the goods calls itself. */
    String eventId(Goods one) {
        return eventId(goods.indexOf(one));
    }

    /** @param queueOutput the stack output with its URL */
    At at(String queueOutput) {
        return new At(lab.queue(lab.output(queueOutput)).arn());
    }

    private void publish(int first, int end) {
        PublishBatchResponse response = lab.sns().publishBatch(request -> request.topicArn(lab.output(topic.output))
                .publishBatchRequestEntries(
                        IntStream.range(first, end).mapToObj(this::entry).toList()));
        response.successful()
                .forEach(entry -> messageIds.put(goods.get(Integer.parseInt(entry.id())), entry.messageId()));
    }

    private PublishBatchRequestEntry entry(int number) {
        Goods one = goods.get(number);
        PublishBatchRequestEntry.Builder entry =
                PublishBatchRequestEntry.builder().id(String.valueOf(number));
        return switch (topic) {
            case PRODUCT_CREATED ->
                entry.message(one.createdBody(eventId(number), lab.source()))
                        .messageAttributes(one.attributes(lab.source()))
                        .build();
            case STOCK_DEPLETED ->
                entry.message(one.soldOutBody(eventId(number), lab.source())).build();
        };
    }

    private String eventId(int number) {
        return "%s-%d".formatted(lab.source(), number + 1);
    }

    /** One consumer's queue, as the journal knows it. */
    final class At {

        private final List<Hop> hops;

        private At(String queueArn) {
            hops = lab.journal().stream()
                    .filter(hop -> hop.to().equals(queueArn))
                    .toList();
        }

        /** How often the event was delivered. */
        long deliveries(Goods one) {
            return hops(one, Kind.DELIVERED).count();
        }

        boolean delivered(Goods one) {
            return deliveries(one) > 0;
        }

        /** What was delivered, once or more often. */
        List<Goods> delivered() {
            return goods.stream().filter(this::delivered).toList();
        }

        /** Why the subscription kept the event back; empty if it did not. */
        Optional<String> keptBackBecause(Goods one) {
            return hops(one, Kind.FILTERED).map(Hop::reason).findFirst();
        }

        private Stream<Hop> hops(Goods one, Kind kind) {
            String id = messageIds.get(one);
            return hops.stream()
                    .filter(hop -> hop.kind() == kind && hop.eventId().equals(id));
        }
    }
}
