package dev.edaworkshop.lab3.contracts;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the shop has promised about its events: {@code contracts/product_created/1.json} is the JSON Schema of the data of
 * version 1 of product_created. It is read when the first such event is published.
 */
public final class Contracts {

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Optional<Schema>> schemas = new ConcurrentHashMap<>();

    private Contracts() {}

    public static Contracts ofTheShop() {
        return new Contracts();
    }

    /**
     * What is wrong with an event's data.
     *
     * @param data JSON
     * @return empty if they keep the contract
     */
    public List<String> problems(String eventName, int version, String data) {
        return schemas.computeIfAbsent(file(eventName, version), this::read)
                .map(schema -> schema.validate(data, InputFormat.JSON).stream()
                        .map(Contracts::inWords)
                        .sorted()
                        .toList())
                .orElseGet(() -> List.of("there is no contract %s".formatted(file(eventName, version))));
    }

    private Optional<Schema> read(String file) {
        try (InputStream schema = Contracts.class.getResourceAsStream("/" + file)) {
            return schema == null
                    ? Optional.empty()
                    : Optional.of(registry.getSchema(
                            new String(schema.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON));
        } catch (IOException e) {
            throw new UncheckedIOException("The contract %s cannot be read".formatted(file), e);
        }
    }

    private static String file(String eventName, int version) {
        return "contracts/%s/%d.json".formatted(eventName, version);
    }

    private static String inWords(Error error) {
        String where = error.getInstanceLocation().toString().replaceFirst("^/", "");
        return where.isEmpty() ? error.getMessage() : "%s: %s".formatted(where, error.getMessage());
    }
}
