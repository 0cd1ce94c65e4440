package dev.edaworkshop.localcloud.cloudformation;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A template was checked and cannot be deployed; nothing was created or changed. Names every problem at once. */
public final class UnsupportedTemplateException extends CloudFormationException {
    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    UnsupportedTemplateException(String stackName, List<String> problems, List<String> remarks) {
        super("ValidationError", describe(stackName, problems, remarks));
        this.problems = List.copyOf(problems);
    }

    /** One sentence or more for each problem: those with functions first, then resource by resource. */
    public List<String> problems() {
        return problems;
    }

    private static String describe(String stackName, List<String> problems, List<String> remarks) {
        String list = IntStream.range(0, problems.size())
                .mapToObj(i -> "  " + (i + 1) + ". " + problems.get(i))
                .collect(Collectors.joining("\n"));
        String end = remarks.stream().map(remark -> remark + "\n").collect(Collectors.joining());
        return """
                Stack %s cannot be deployed to the local cloud; nothing was created or changed. %s:
                %s
                %sCorrect or remove what is named, or deploy this stack to an AWS account.""".formatted(
                        stackName, problems.size() == 1 ? "The problem" : problems.size() + " problems", list, end);
    }
}
