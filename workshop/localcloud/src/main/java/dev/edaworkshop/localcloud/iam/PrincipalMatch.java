package dev.edaworkshop.localcloud.iam;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The Principal (or NotPrincipal) element of a statement.
 *
 * @param anyone {@code "*"} or {@code {"AWS": "*"}}; means AWS principals as well as services
 */
record PrincipalMatch(boolean negated, boolean anyone, List<String> aws, List<String> services) {
    static Optional<PrincipalMatch> parse(JsonNode statement) {
        if (statement.has("Principal")) {
            return Optional.of(parse(statement.get("Principal"), false));
        }
        return statement.has("NotPrincipal")
                ? Optional.of(parse(statement.get("NotPrincipal"), true))
                : Optional.empty();
    }

    private static PrincipalMatch parse(JsonNode node, boolean negated) {
        if (node.isTextual()) {
            return new PrincipalMatch(negated, node.asText().equals("*"), List.of(node.asText()), List.of());
        }
        List<String> aws = Statement.strings(node.path("AWS"));
        List<String> services = new ArrayList<>(Statement.strings(node.path("Service")));
        return new PrincipalMatch(negated, aws.contains("*"), aws, services);
    }

    boolean matches(Principal principal) {
        return negated != isNamed(principal);
    }

    private boolean isNamed(Principal principal) {
        return anyone
                || switch (principal) {
                    case Principal.Service service -> services.contains(service.name());
                    case Principal.AssumedRole role ->
                        aws.stream()
                                .anyMatch(name -> name.equals(role.roleArn())
                                        || name.equals(role.arn())
                                        || isAccount(name, role.accountId()));
                    case Principal.Administrator administrator ->
                        aws.stream().anyMatch(name -> isAccount(name, administrator.accountId()));
                };
    }

    private static boolean isAccount(String name, String accountId) {
        return name.equals(accountId) || name.equals("arn:aws:iam::" + accountId + ":root");
    }
}
