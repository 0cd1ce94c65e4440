package dev.edaworkshop.lab5.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.edaworkshop.lab5.event.DomainEvent;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnnouncerTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RecordingProvider provider = new RecordingProvider();
    private final ProductFact fact =
            ProductFacts.of(Samples.inserted("100", "p-1")).orElseThrow();

    @Test
    void puts_a_fact_into_the_envelope_that_the_whole_shop_reads() throws JsonProcessingException {
        DomainEvent event = announced(true, fact);

        assertThat(JSON.readTree(event.toJson())).isEqualTo(JSON.readTree("""
            {"data": {"product_id": "p-1", "sku": "TOY-0001", "name": "Wooden boat", "category": "toys",
                      "price": 24.90, "region": "eu"},
             "metadata": {"event_id": "%s", "event_name": "product_created", "source": "shop.catalogue",
                          "version": 1, "correlation_id": "%1$s", "created_at": "2026-11-28T09:15:00Z"}}
            """.formatted(fact.eventId())));
    }

    @Test
    void hands_the_correlation_id_of_the_request_on() {
        var ofRequest = new StreamRecord(
                "100",
                Samples.CHANGED_AT,
                Optional.empty(),
                Optional.of(Samples.with(Samples.item("p-1", "1"), "correlation_id", "c-17")));

        DomainEvent event = announced(true, ProductFacts.of(ofRequest).orElseThrow());

        assertThat(event.metadata().correlationId()).isEqualTo("c-17");
    }

    @Test
    void lets_a_test_sign_with_its_name_but_not_in_production() {
        var ofTest = new StreamRecord(
                "100",
                Samples.CHANGED_AT,
                Optional.empty(),
                Optional.of(Samples.with(Samples.item("p-1", "1"), "test_name", "my_test")));
        ProductFact written = ProductFacts.of(ofTest).orElseThrow();

        assertThat(announced(false, written).metadata().source()).isEqualTo("my_test");
        assertThat(announced(true, written).metadata().source()).isEqualTo("shop.catalogue");
        assertThat(announced(false, fact).metadata().source()).isEqualTo("shop.catalogue");
    }

    private DomainEvent announced(boolean inProduction, ProductFact fact) {
        new Announcer(provider, inProduction).announce(List.of(fact));
        return provider.requests().getLast().getFirst();
    }
}
