package dev.edaworkshop.localcloud.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiAddressTest {
    @ParameterizedTest(name = "{0} at {1} is {2} {3}")
    @CsvSource({
        "/_api/abc/prod/orders, 127.0.0.1:4566, abc, /prod/orders",
        "/_api/abc, 127.0.0.1:4566, abc, /",
        "/prod/orders, abc.execute-api.us-east-1.amazonaws.com, abc, /prod/orders",
        "/orders, abc.execute-api.us-east-1.localhost:4566, abc, /orders",
    })
    void an_API_is_named_by_the_path_or_by_the_host(String path, String host, String api, String rest) {
        assertThat(ApiAddress.of(path, host)).contains(new ApiAddress(api, rest));
    }

    @Test
    void other_requests_are_for_no_API() {
        assertThat(ApiAddress.of("/restapis", "127.0.0.1:4566")).isEqualTo(Optional.empty());
    }

    @Test
    void URLs_of_APIs_lead_to_this_machine_and_others_stay() {
        URI endpoint = URI.create("http://127.0.0.1:4566");

        assertThat(ApiAddress.localized("https://abc.execute-api.us-east-1.amazonaws.com/prod/", endpoint))
                .isEqualTo("http://127.0.0.1:4566/_api/abc/prod/");
        assertThat(ApiAddress.localized("https://cognito-idp.us-east-1.amazonaws.com/us-east-1_x", endpoint))
                .isEqualTo("https://cognito-idp.us-east-1.amazonaws.com/us-east-1_x");
    }
}
