package dev.edaworkshop.localcloud;

import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.wire.ServiceEndpoint;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says what is supported, read from the code itself: the middle of {@code docs/local-cloud.md}. */
final class SupportPage {
    private SupportPage() {}

    static String of(Account account) {
        return services(account) + types(SupportedTypes.of(account));
    }

    private static String services(Account account) {
        String rows = account.services().stream().map(SupportPage::service).collect(Collectors.joining());
        return """
                ## Services and their actions

                Any other action is refused by its name.

                | Service | Actions |
                |---|---|
                %s
                """.formatted(rows);
    }

    private static String service(ServiceEndpoint service) {
        return "| `%s` | %s |\n".formatted(service.signingName(), String.join(", ", service.actions()));
    }

    private static String types(List<ResourceDeployer> deployers) {
        StringBuilder page = new StringBuilder("""
                ## Resource types of stacks

                A template with any other type or property is refused before anything is created, and all of its problems are
                named at once. What is *recorded* is accepted, named in the deployment's receipt, and has no effect here.

                """);
        deployers.stream()
                .sorted(Comparator.comparing(ResourceDeployer::type))
                .forEach(deployer -> page.append(type(deployer)));
        return page.toString();
    }

    private static String type(ResourceDeployer deployer) {
        String heading = "### `%s`\n\n".formatted(deployer.type());
        return heading
                + deployer.recordedBecause()
                        .map("Recorded as a whole: %s.\n\n"::formatted)
                        .orElseGet(() -> properties(deployer));
    }

    private static String properties(ResourceDeployer deployer) {
        String recorded = new TreeMap<>(deployer.recordedProperties())
                .entrySet().stream()
                        .map(entry -> "- recorded: `%s` (%s)\n".formatted(entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining());
        return "- properties: %s\n%s%s\n"
                .formatted(
                        codes(deployer.properties()),
                        deployer.attributes().isEmpty()
                                ? ""
                                : "- `Fn::GetAtt`: %s\n".formatted(codes(deployer.attributes())),
                        recorded);
    }

    private static String codes(Collection<String> names) {
        return names.stream().sorted().map("`%s`"::formatted).collect(Collectors.joining(", "));
    }
}
