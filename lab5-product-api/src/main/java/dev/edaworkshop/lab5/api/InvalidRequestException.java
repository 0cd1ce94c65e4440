package dev.edaworkshop.lab5.api;

import java.util.List;

/** A request that cannot be carried out as it is; it says everything that is wrong with it, not only the first thing. */
final class InvalidRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;

    InvalidRequestException(List<FieldError> errors) {
        super("The request is not valid: " + errors);
        this.errors = List.copyOf(errors);
    }

    static InvalidRequestException of(String field, String reason) {
        return new InvalidRequestException(List.of(new FieldError(field, reason)));
    }

    List<FieldError> errors() {
        return errors;
    }
}
