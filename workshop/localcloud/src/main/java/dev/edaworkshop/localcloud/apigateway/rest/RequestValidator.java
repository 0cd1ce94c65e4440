package dev.edaworkshop.localcloud.apigateway.rest;

/** What is checked before a function is invoked. */
public record RequestValidator(String id, String name, boolean validatesBody, boolean validatesParameters) {}
