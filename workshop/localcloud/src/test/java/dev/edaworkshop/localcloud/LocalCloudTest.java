package dev.edaworkshop.localcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.edaworkshop.localcloud.http.PortInUseException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LocalCloudTest {
    private final LocalCloud cloud = LocalCloud.start(0);

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void a_port_that_is_taken_is_refused_in_one_sentence() {
        assertThatThrownBy(() -> LocalCloud.start(cloud.port()))
                .isInstanceOf(PortInUseException.class)
                .hasMessage(
                        "Port %d on 127.0.0.1 cannot be opened: another program listens there. End it, or choose another port (0 takes any free one)."
                                .formatted(cloud.port()));
    }

    @Test
    void a_service_that_is_not_there_is_refused_by_name() throws IOException, InterruptedException {
        HttpResponse<String> response = post("quantumledger");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .contains("The local cloud does not support the service 'quantumledger'. It supports: ");
    }

    @Test
    void a_request_that_is_not_signed_is_refused() throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> response =
                    http.send(HttpRequest.newBuilder(cloud.endpoint()).build(), HttpResponse.BodyHandlers.ofString());

            assertThat(response.statusCode()).isEqualTo(403);
            assertThat(response.body()).contains("MissingAuthenticationToken");
        }
    }

    private HttpResponse<String> post(String service) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(cloud.endpoint() + "/"))
                            .header(
                                    "Authorization",
                                    "AWS4-HMAC-SHA256 Credential=a/20261120/us-east-1/%s/aws4_request"
                                            .formatted(service))
                            .header("X-Amz-Target", "DynamoDB_20120810.ListTables")
                            .POST(HttpRequest.BodyPublishers.ofString("{}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
