package dev.edaworkshop.lab3.terminals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Writes the shop's event catalogue from its contracts: which events there are, who says them, who listens. */
public final class EventCatalogue {

    private static final Path CONTRACTS = Path.of("src", "main", "resources", "contracts");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** @param args where to write the page, from the lab's folder; without it, the page is printed */
    public static void main(String[] args) throws IOException {
        String page = page(CONTRACTS);
        if (args.length == 0) {
            System.out.print(page);
        } else {
            Files.writeString(Path.of(args[0]), page);
            System.out.printf("Wrote %s%n", Path.of(args[0]).toAbsolutePath().normalize());
        }
    }

    /** The page in Markdown, one section for each event, its versions in order. */
    public static String page(Path contracts) throws IOException {
        StringBuilder page = new StringBuilder("""
                # Event catalogue

                Every event of the shop, from its contracts in `lab3-eventbridge-rules/src/main/resources/contracts/`. This page
                is generated; to write it anew: `./lab run 3 event-catalogue ../guide/event-catalogue.md`.

                On the bus, the name is the event's `detail-type`; its `detail` has two parts. `data` are the facts below.
                `metadata` is the same for every event:

                | Field of `metadata` | What it says |
                |---|---|
                | `event_id` | the event's own id; whoever sees it twice has seen one event twice |
                | `event_name` | the same word as the `detail-type` |
                | `source` | who says it; one event, one publisher |
                | `version` | which contract the facts keep |
                | `correlation_id` | the same for everything that follows from one first event |
                | `created_at` | when it was said, in UTC |
                """);
        for (Map.Entry<String, List<Path>> event : versions(contracts).entrySet()) {
            page.append("\n## ").append(event.getKey()).append('\n');
            for (Path version : event.getValue()) {
                page.append(section(number(version), JSON.readTree(Files.readString(version))));
            }
        }
        return page.toString();
    }

    private static Map<String, List<Path>> versions(Path contracts) throws IOException {
        try (Stream<Path> files = Files.walk(contracts, 2)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted(Comparator.comparingInt(EventCatalogue::number))
                    .collect(Collectors.groupingBy(
                            file -> file.getName(file.getNameCount() - 2).toString(),
                            TreeMap::new,
                            Collectors.toList()));
        }
    }

    private static int number(Path version) {
        String name = version.getFileName().toString();
        return name.endsWith(".json") ? Integer.parseInt(name.substring(0, name.length() - ".json".length())) : 0;
    }

    private static String section(int version, JsonNode contract) throws JsonProcessingException {
        String listeners = texts(contract.path("x-listeners"));
        StringBuilder section = new StringBuilder("""

                ### Version %d

                %s Said by `%s`. Listeners: %s.

                | Fact | Type | |
                |---|---|---|
                """.formatted(
                        version,
                        contract.path("description").asText(),
                        contract.path("x-published-by").asText(),
                        listeners.isEmpty() ? "nobody yet" : listeners));
        List<String> required = new ArrayList<>();
        contract.path("required").forEach(name -> required.add(name.asText()));
        contract.path("properties")
                .properties()
                .forEach(fact -> section.append("| `%s` | %s | %s |%n"
                        .formatted(
                                fact.getKey(),
                                fact.getValue().path("type").asText(),
                                required.contains(fact.getKey()) ? "always" : "if known")));
        section.append("%n```json%n%s%n```%n"
                .formatted(JSON.writeValueAsString(contract.path("examples").path(0))));
        return section.toString().replace("\r\n", "\n");
    }

    private static String texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(", "));
    }

    private EventCatalogue() {}
}
