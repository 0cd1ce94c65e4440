package dev.edaworkshop.testkit;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a check its lab: each test a freshly deployed one, which is gone after the test. */
final class LabExtension implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(LabExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        return type == DeployedLab.class || type == LearnerCloud.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        LabSession session = LabSessions.of(test);
        if (parameter.getParameter().getType() == LearnerCloud.class) {
            return session.learnerCloud(exercise(test));
        }
        // JUnit closes what is AutoCloseable in a test's store when the test ends.
        return test.getStore(NAMESPACE)
                .computeIfAbsent(DeployedLab.class, key -> session.deploy(exercise(test)), DeployedLab.class);
    }

    private static String exercise(ExtensionContext test) {
        Exercise exercise = test.getRequiredTestClass().getAnnotation(Exercise.class);
        if (exercise == null) {
            throw new IllegalStateException(test.getRequiredTestClass() + " needs @Exercise(\"…\")");
        }
        return exercise.value();
    }
}
