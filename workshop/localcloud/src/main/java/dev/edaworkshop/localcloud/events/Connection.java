package dev.edaworkshop.localcloud.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.eventbridge.model.ConnectionHttpParameters;

/**
 * How API destinations prove who calls.
 *
 * @param extra what every call carries besides
 */
record Connection(
        String name,
        String arn,
        String secretArn,
        Optional<String> description,
        Authorization authorization,
        ConnectionHttpParameters extra,
        Instant created) {

    /** The header that proves it. */
    sealed interface Authorization {
        String type();

        Map.Entry<String, String> header();

        record ApiKey(String name, String value) implements Authorization {
            @Override
            public String type() {
                return "API_KEY";
            }

            @Override
            public Map.Entry<String, String> header() {
                return Map.entry(name, value);
            }
        }

        record Basic(String username, String password) implements Authorization {
            @Override
            public String type() {
                return "BASIC";
            }

            @Override
            public Map.Entry<String, String> header() {
                byte[] credentials = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
                return Map.entry("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
            }
        }
    }

    List<Map.Entry<String, String>> headers() {
        return extra.headerParameters().stream()
                .map(header -> Map.entry(header.key(), header.value()))
                .toList();
    }

    List<Map.Entry<String, String>> query() {
        return extra.queryStringParameters().stream()
                .map(parameter -> Map.entry(parameter.key(), parameter.value()))
                .toList();
    }

    List<Map.Entry<String, String>> body() {
        return extra.bodyParameters().stream()
                .map(parameter -> Map.entry(parameter.key(), parameter.value()))
                .toList();
    }
}
