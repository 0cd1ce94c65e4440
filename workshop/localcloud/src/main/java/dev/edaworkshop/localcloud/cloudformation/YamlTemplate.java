package dev.edaworkshop.localcloud.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Templates in YAML, with the short forms of functions: {@code !Ref A}, {@code !GetAtt A.Arn}, {@code !Sub ...}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html">Functions and
 *     their short forms</a>
 */
final class YamlTemplate {
    private YamlTemplate() {}

    /** @throws CloudFormationException if it is no YAML */
    static JsonNode toJson(String text) {
        try {
            LoaderOptions options = new LoaderOptions();
            Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
            return root == null ? Json.emptyObject() : json(root);
        } catch (MarkedYAMLException e) {
            throw CloudFormationException.validationError(
                    "Template format error: YAML not well-formed. (line %d, column %d)"
                            .formatted(
                                    e.getProblemMark().getLine() + 1,
                                    e.getProblemMark().getColumn() + 1));
        }
    }

    private static JsonNode json(Node node) {
        JsonNode value =
                switch (node) {
                    case MappingNode mapping -> object(mapping);
                    case SequenceNode sequence ->
                        Json.array(sequence.getValue().stream()
                                .map(YamlTemplate::json)
                                .toList());
                    case ScalarNode scalar -> scalar(scalar);
                    default ->
                        throw CloudFormationException.validationError(
                                "Template format error: YAML aliases are not allowed in CloudFormation templates");
                };
        String tag = node.getTag().getValue();
        return tag.startsWith("!") ? function(tag.substring(1), value) : value;
    }

    private static ObjectNode object(MappingNode mapping) {
        ObjectNode object = Json.emptyObject();
        for (NodeTuple member : mapping.getValue()) {
            object.set(((ScalarNode) member.getKeyNode()).getValue(), json(member.getValueNode()));
        }
        return object;
    }

    private static JsonNode scalar(ScalarNode scalar) {
        String text = scalar.getValue();
        if (scalar.getTag().equals(Tag.BOOL)) {
            return Json.bool(
                    text.equalsIgnoreCase("true") || text.equalsIgnoreCase("yes") || text.equalsIgnoreCase("on"));
        }
        if (scalar.getTag().equals(Tag.INT) && text.matches("-?\\d{1,9}")) {
            return Json.number(Integer.parseInt(text));
        }
        return Json.text(text);
    }

    private static ObjectNode function(String shortForm, JsonNode argument) {
        String name = shortForm.equals("Ref") || shortForm.equals("Condition") ? shortForm : "Fn::" + shortForm;
        ObjectNode call = Json.emptyObject();
        boolean isAttribute = shortForm.equals("GetAtt") && argument.isTextual();
        call.set(name, isAttribute ? attribute(argument.asText()) : argument);
        return call;
    }

    private static JsonNode attribute(String dotted) {
        int dot = dotted.indexOf('.');
        List<String> parts = new ArrayList<>();
        parts.add(dot < 0 ? dotted : dotted.substring(0, dot));
        parts.add(dot < 0 ? "" : dotted.substring(dot + 1));
        return Json.texts(parts);
    }
}
