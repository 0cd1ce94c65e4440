package dev.edaworkshop.lab5.api;

/** One thing that is wrong with a request, and where. */
record FieldError(String field, String reason) {}
