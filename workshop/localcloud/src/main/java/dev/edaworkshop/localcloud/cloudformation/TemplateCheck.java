package dev.edaworkshop.localcloud.cloudformation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks a whole template before anything is created, and collects all its problems. */
final class TemplateCheck {
    private final String stackName;
    private final Template template;
    private final Scope scope;
    private final Deployers deployers;
    private final Set<String> problems = new LinkedHashSet<>();
    private final List<Recorded> recorded = new ArrayList<>();
    private boolean unknownTypes;

    /** @param scope without resources */
    TemplateCheck(String stackName, Template template, Scope scope, Deployers deployers) {
        this.stackName = stackName;
        this.template = template;
        this.scope = scope;
        this.deployers = deployers;
    }

    /**
     * @return what is to be deployed
     * @throws UnsupportedTemplateException with all problems, if there is any
     */
    LiveTemplate check() {
        transforms();
        List<String> conditionProblems = conditionProblems();
        problems.addAll(conditionProblems);
        problems.addAll(FunctionCheck.inValues(template));
        // Only sound conditions tell what is to be deployed; otherwise everything is checked.
        LiveTemplate live = conditionProblems.isEmpty()
                ? LiveTemplate.of(template, scope)
                : new LiveTemplate(template.resources(), template.outputs());
        live.resources().values().forEach(this::resource);
        live.outputs().forEach((key, output) -> requireCondition("/Outputs/" + key, output.condition()));
        problems.addAll(ReferenceCheck.problems(template, live, scope, deployers));
        attempt(() -> live.dependencies().creationOrder());
        if (!problems.isEmpty()) {
            throw new UnsupportedTemplateException(stackName, List.copyOf(problems), remarks());
        }
        return live;
    }

    /** What will be accepted without effect; known after {@link #check}. */
    List<Recorded> recorded() {
        return List.copyOf(recorded);
    }

    private void transforms() {
        template.transforms().stream()
                .filter(transform -> !transform.equals(Template.LANGUAGE_EXTENSIONS))
                .forEach(transform -> problems.add("[/Transform] The macro " + transform
                        + " is not supported by the local cloud; the only one is " + Template.LANGUAGE_EXTENSIONS
                        + "."));
    }

    private List<String> conditionProblems() {
        Set<String> found = new LinkedHashSet<>(FunctionCheck.inConditions(template));
        Set<String> references = new LinkedHashSet<>();
        template.conditions().values().stream()
                .flatMap(condition -> Reference.in(condition, "").stream())
                .map(Reference::name)
                .filter(name -> !scope.hasValue(name))
                .forEach(references::add);
        if (!references.isEmpty()) {
            found.add("Template format error: Unresolved dependencies " + references
                    + ". Cannot reference resources in the Conditions block of the template");
        }
        if (found.isEmpty()) {
            template.conditions().keySet().forEach(name -> problem(() -> scope.condition(name))
                    .ifPresent(problem -> found.add("[/Conditions/" + name + "] " + problem)));
        }
        return List.copyOf(found);
    }

    private void resource(Resource resource) {
        requireCondition("/Resources/" + resource.logicalId(), resource.condition());
        if (!resource.otherAttributes().isEmpty()) {
            problems.add("%s: the local cloud does not support %s of a resource."
                    .formatted(resource.inWords(), String.join(", ", resource.otherAttributes())));
        }
        if (resource.deletionPolicy() == DeletionPolicy.SNAPSHOT
                || resource.updateReplacePolicy() == DeletionPolicy.SNAPSHOT) {
            problems.add(resource.inWords() + ": the local cloud takes no snapshots; use Delete or Retain.");
        }
        Optional<ResourceDeployer> deployer = deployers.find(resource.type());
        if (deployer.isEmpty()) {
            unknownTypes = true;
            problems.add("Resource %s has type %s, which the local cloud cannot deploy%s."
                    .formatted(resource.logicalId(), resource.type(), ofTheSameService(resource.type())));
            return;
        }
        PropertyCheck check = new PropertyCheck(resource, deployer.get());
        check.problem().ifPresent(problems::add);
        recorded.addAll(check.recorded());
    }

    /** Somebody who misspells a type, or looks for a similar one, finds it among these. */
    private String ofTheSameService(String type) {
        String service = type.substring(0, type.lastIndexOf(':') + 1);
        List<String> known = deployers.types().stream()
                .filter(deployed -> !service.isEmpty() && deployed.startsWith(service))
                .toList();
        return known.isEmpty() ? "" : "; of this service it deploys " + String.join(", ", known);
    }

    private void requireCondition(String location, Optional<String> condition) {
        condition
                .filter(name -> !scope.hasCondition(name))
                .ifPresent(name ->
                        problems.add("[" + location + "] Condition " + name + " is not defined in the template."));
    }

    private void attempt(Runnable step) {
        problem(step).ifPresent(problems::add);
    }

    private static Optional<String> problem(Runnable step) {
        try {
            step.run();
            return Optional.empty();
        } catch (CloudFormationException e) {
            return Optional.of(e.message());
        }
    }

    private List<String> remarks() {
        return unknownTypes
                ? List.of("docs/local-cloud.md lists the %d types that it deploys."
                        .formatted(deployers.types().size()))
                : List.of();
    }
}
