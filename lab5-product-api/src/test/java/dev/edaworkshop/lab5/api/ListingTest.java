package dev.edaworkshop.lab5.api;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.edaworkshop.lab5.product.Catalogue;
import dev.edaworkshop.lab5.product.InMemoryProductStore;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingTest {

    private final Listing listing = new Listing(new Catalogue(new InMemoryProductStore(), InstantSource.system()));

    @ParameterizedTest
    @CsvSource({
        "category, ''",
        "category, ' '",
        "category, a-category-of-21-signs",
        "limit, ''",
        "limit, 101",
        "next, ''",
        "next, nonsense"
    })
    void refuses_what_cannot_be_asked_for_and_names_it(String parameter, String value) {
        Request request = Request.of(APIGatewayV2HTTPEvent.builder()
                .withQueryStringParameters(Map.of(parameter, value))
                .build());

        assertThatThrownBy(() -> listing.answer(request, AdminView::of))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(parameter);
    }
}
