package dev.edaworkshop.localcloud.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.edaworkshop.localcloud.cloudformation.Intrinsics.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds calls of functions that cannot work, whatever their arguments resolve to. */
final class FunctionCheck implements TemplateWalk.Visitor {
    /** Also one that a {@code Fn::Join} is yet to complete. */
    private static final Pattern DYNAMIC_REFERENCE = Pattern.compile("\\{\\{resolve:[^}]*(}})?");

    private final Template template;
    private final boolean inConditions;
    private final List<String> problems = new ArrayList<>();

    private FunctionCheck(Template template, boolean inConditions) {
        this.template = template;
        this.inConditions = inConditions;
    }

    static List<String> inConditions(Template template) {
        FunctionCheck check = new FunctionCheck(template, true);
        template.conditions().forEach((name, value) -> TemplateWalk.walk(value, "/Conditions/" + name, check));
        return check.problems;
    }

    static List<String> inValues(Template template) {
        FunctionCheck check = new FunctionCheck(template, false);
        template.resources().forEach((id, resource) -> resource.properties()
                .properties()
                .forEach(member -> TemplateWalk.walk(
                        member.getValue(), "/Resources/" + id + "/Properties/" + member.getKey(), check)));
        template.outputs().forEach((key, output) -> {
            TemplateWalk.walk(output.value(), "/Outputs/" + key + "/Value", check);
            output.exportName().ifPresent(name -> TemplateWalk.walk(name, "/Outputs/" + key + "/Export/Name", check));
        });
        return check.problems;
    }

    @Override
    public void call(Call call, String location) {
        IntrinsicFunction function = Intrinsics.FUNCTIONS.get(call.function());
        if (function == null) {
            add(
                    location,
                    call.function() + " is no function that the local cloud knows. It knows: "
                            + String.join(", ", Intrinsics.FUNCTIONS.keySet()) + ".");
            return;
        }
        switch (function.kind()) {
            case CONDITION -> {
                if (!inConditions) {
                    add(location, call.function() + " is for the Conditions block only; use Fn::If here.");
                }
            }
            case LANGUAGE_EXTENSION -> {
                if (!template.transforms().contains(Template.LANGUAGE_EXTENSIONS)) {
                    add(
                            location,
                            call.function() + " needs \"Transform\": \"" + Template.LANGUAGE_EXTENSIONS
                                    + "\" in the template.");
                }
            }
            case VALUE -> {}
        }
        if (!function.wellFormed().test(call.argument())) {
            add(location, function.usage());
        } else if (call.function().equals("Fn::If")) {
            condition(call.argument().path(0), location);
        }
    }

    private void condition(JsonNode name, String location) {
        if (!template.conditions().containsKey(name.asText())) {
            add(location, "Template error: unresolved condition dependency " + name.asText() + " in Fn::If");
        }
    }

    @Override
    public void text(String text, String location) {
        Matcher reference = DYNAMIC_REFERENCE.matcher(text);
        if (reference.find()) {
            add(
                    location,
                    "The dynamic reference " + reference.group()
                            + " cannot be resolved: the local cloud has neither Parameter Store nor Secrets Manager.");
        }
    }

    @Override
    public void object(JsonNode object, String location) {
        Json.entries(object).stream()
                .map(Map.Entry::getKey)
                .filter(name -> name.startsWith("Fn::"))
                .forEach(name -> add(location, name + " must be the only member of its object."));
    }

    private void add(String location, String problem) {
        problems.add("[" + location + "] " + problem);
    }
}
