package dev.edaworkshop.localcloud.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PropertiesTest {
    private final Properties properties = Properties.of("""
            {
              "Number": 30, "NumberAsText": "30", "Boolean": true, "BooleanAsText": "True", "Text": "red",
              "List": ["a", 2], "Policy": {"Statement": [{"Effect": "Allow"}]}, "PolicyAsText": "{ }",
              "Code": {"S3Key": "k", "Layers": [{"Arn": "l"}, {"Arn": []}]},
              "Variables": {"A": 1, "B.C": "b"}
            }""");

    @Test
    void numbers_and_booleans_may_be_texts_and_the_reverse() {
        assertThat(properties.requiredInteger("Number")).isEqualTo(30);
        assertThat(properties.integer("NumberAsText")).contains(30);
        assertThat(properties.text("Number")).contains("30");
        assertThat(properties.seconds("NumberAsText")).contains(Duration.ofSeconds(30));
        assertThat(properties.bool("Boolean")).contains(true);
        assertThat(properties.bool("BooleanAsText")).contains(true);
        assertThat(properties.text("Boolean")).contains("true");
    }

    @Test
    void lists_may_be_single_values() {
        assertThat(properties.texts("List")).containsExactly("a", "2");
        assertThat(properties.texts("Text")).containsExactly("red");
    }

    @Test
    void JSON_stays_JSON() {
        assertThat(properties.jsonText("Policy")).contains("{\"Statement\":[{\"Effect\":\"Allow\"}]}");
        assertThat(properties.jsonText("PolicyAsText")).contains("{ }");
        assertThat(properties.json("Policy").path("Statement")).hasSize(1);
    }

    @Test
    void nested_objects_are_properties_again() {
        assertThat(properties.requiredObject("Code").requiredText("S3Key")).isEqualTo("k");
        assertThat(properties.requiredText("Code.S3Key")).isEqualTo("k");
        assertThat(properties.text("Code.S3Bucket.Name")).isEmpty();
        assertThat(properties.textMap("Variables")).isEqualTo(Map.of("A", "1", "B.C", "b"));
    }

    @Test
    void an_absent_property_is_empty() {
        assertThat(properties.text("No")).isEmpty();
        assertThat(properties.integer("No")).isEmpty();
        assertThat(properties.object("No")).isEmpty();
        assertThat(properties.texts("No")).isEmpty();
        assertThat(properties.objects("No")).isEmpty();
        assertThat(properties.textMap("No")).isEmpty();
        assertThat(properties.json("No")).isEmpty();
        assertThat(properties.tags()).isEmpty();
    }

    @Test
    void a_value_of_the_wrong_form_is_refused_by_name() {
        assertThatThrownBy(() -> properties.integer("Text"))
                .hasMessage("Property Text must be a whole number, was \"red\"");
        assertThatThrownBy(() -> properties.bool("Text"))
                .hasMessage("Property Text must be true or false, was \"red\"");
        assertThatThrownBy(() -> properties.text("List")).hasMessage("Property List must be a text, was [\"a\",2]");
        assertThatThrownBy(() -> properties.object("Text")).hasMessage("Property Text must be an object, was \"red\"");
        assertThatThrownBy(() -> properties
                        .requiredObject("Code")
                        .objects("Layers")
                        .get(1)
                        .text("Arn"))
                .hasMessage("Property Code.Layers.1.Arn must be a text, was []");
        assertThatThrownBy(() -> properties.requiredObject("Code").requiredText("S3Bucket"))
                .hasMessage("Property Code.S3Bucket is missing");
    }

    @Test
    void tags_are_a_list_or_an_object() {
        assertThat(Properties.of("{\"Tags\": [{\"Key\": \"a\", \"Value\": \"b\"}]}")
                        .tags())
                .isEqualTo(Map.of("a", "b"));
        assertThat(Properties.of("{\"Tags\": {\"a\": \"b\"}}").tags()).isEqualTo(Map.of("a", "b"));
    }
}
