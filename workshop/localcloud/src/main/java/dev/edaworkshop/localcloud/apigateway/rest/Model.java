package dev.edaworkshop.localcloud.apigateway.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A model of request bodies: a JSON schema, draft 4.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/models-mappings-models.html">Models</a>
 */
public final class Model {
    private final String name;
    private final Schema schema;

    /** @throws IllegalArgumentException if the schema refers to others, which the local cloud does not follow */
    public Model(String name, JsonNode schema) {
        this.name = name;
        for (JsonNode reference : schema.findValues("$ref")) {
            if (!reference.asText().startsWith("#")) {
                throw new IllegalArgumentException(
                        "The schema of model %s refers to %s; the local cloud follows references within a schema only."
                                .formatted(name, reference.asText()));
            }
        }
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                .getSchema(schema.toString(), InputFormat.JSON);
    }

    public String name() {
        return name;
    }

    /** What is wrong with a body; empty if it is as the model wants. */
    Optional<String> problem(String body) {
        List<Error> errors;
        try {
            errors = schema.validate(body, InputFormat.JSON);
        } catch (RuntimeException e) {
            // The validator's parser has exceptions of its own, of a library that is nobody else's business here.
            return Optional.of("the body is not JSON: " + e.getMessage());
        }
        return errors.isEmpty()
                ? Optional.empty()
                : Optional.of("the body does not fit model %s: %s"
                        .formatted(name, errors.stream().map(Error::toString).collect(Collectors.joining("; "))));
    }
}
