package dev.edaworkshop.testkit;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Gives a check its lab: each test a freshly deployed one, which is gone after the test. What the lab's journal knows
 * about the reason is added to a red.
 */
final class LabExtension implements ParameterResolver, TestExecutionExceptionHandler {
    private static final Namespace NAMESPACE = Namespace.create(LabExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        return type == DeployedLab.class || type == LearnerCloud.class || type == OwnTests.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        LabSession session = LabSessions.of(test);
        if (parameter.getParameter().getType() == LearnerCloud.class) {
            return session.learnerCloud(exercise(test));
        }
        if (parameter.getParameter().getType() == OwnTests.class) {
            return test.getStore(NAMESPACE).computeIfAbsent(OwnTests.class, key -> session.ownTests(), OwnTests.class);
        }
        // JUnit closes what is AutoCloseable in a test's store when the test ends.
        return test.getStore(NAMESPACE)
                .computeIfAbsent(DeployedLab.class, key -> session.deploy(exercise(test)), DeployedLab.class);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext test, Throwable failure) throws Throwable {
        if (failure instanceof Red red && test.getStore(NAMESPACE).get(DeployedLab.class) instanceof DeployedLab lab) {
            throw explained(red, lab, annotation(test));
        }
        throw failure;
    }

    /** With what the journal knows about what the check is about. */
    static Red explained(Red red, DeployedLab lab, Exercise exercise) {
        Red judged = exercise.aboutDeliveries() ? red : red.havingJudgedFilters();
        return judged.with(WhyLines.of(lab.journal(), judged))
                .becauseFunctionsFailed(FunctionFailures.of(lab, judged.reportsExpected()));
    }

    private static String exercise(ExtensionContext test) {
        return annotation(test).value();
    }

    private static Exercise annotation(ExtensionContext test) {
        Exercise exercise = test.getRequiredTestClass().getAnnotation(Exercise.class);
        if (exercise == null) {
            throw new IllegalStateException(test.getRequiredTestClass() + " needs @Exercise(\"…\")");
        }
        return exercise;
    }
}
