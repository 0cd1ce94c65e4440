package dev.edaworkshop.localcloud.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DependencyGraphTest {
    private final Map<String, Set<String>> dependencies = new LinkedHashMap<>();

    @Test
    void resources_come_after_what_they_need_and_otherwise_in_the_order_of_the_template() {
        dependencies.put("Subscription", Set.of("Topic", "Queue"));
        dependencies.put("Queue", Set.of());
        dependencies.put("Topic", Set.of());
        dependencies.put("Alarm", Set.of("Subscription"));

        assertThat(new DependencyGraph(dependencies).creationOrder())
                .containsExactly("Queue", "Topic", "Subscription", "Alarm");
    }

    @Test
    void a_cycle_is_refused_and_names_only_those_on_it() {
        dependencies.put("Before", Set.of());
        dependencies.put("B", Set.of("A", "Before"));
        dependencies.put("A", Set.of("B"));
        dependencies.put("After", Set.of("A"));

        assertThatThrownBy(() -> new DependencyGraph(dependencies).creationOrder())
                .hasMessage("Circular dependency between resources: [A, B]");
    }

    @Test
    void a_resource_that_needs_itself_is_a_cycle() {
        dependencies.put("A", Set.of("A"));

        assertThatThrownBy(() -> new DependencyGraph(dependencies).creationOrder())
                .hasMessage("Circular dependency between resources: [A]");
    }
}
