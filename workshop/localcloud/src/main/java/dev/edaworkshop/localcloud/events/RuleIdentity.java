package dev.edaworkshop.localcloud.events;

/** Which rule of which bus. */
record RuleIdentity(String name, String busName, String arn) {}
