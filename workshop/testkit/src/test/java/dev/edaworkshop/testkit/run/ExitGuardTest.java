package dev.edaworkshop.testkit.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExitGuardTest {

    @ParameterizedTest
    @ValueSource(strings = {"exit", "runtimeExit", "halt"})
    void a_class_that_would_end_the_process_throws(String method) throws Exception {
        Class<?> guarded = new Loader().define(Leaver.class);

        assertThatThrownBy(() -> guarded.getMethod(method).invoke(null))
                .isInstanceOf(InvocationTargetException.class)
                .hasRootCauseInstanceOf(AssertionError.class)
                .rootCause()
                .hasMessageContaining("System.exit(7) would end the whole program");
    }

    @Test
    void other_classes_stay_as_they_are() throws IOException {
        byte[] original = bytes(ExitGuardTest.class);

        assertThat(ExitGuard.guarded(original)).isSameAs(original);
    }

    private static byte[] bytes(Class<?> type) throws IOException {
        try (InputStream in = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
            assertThat(in).isNotNull();
            return in.readAllBytes();
        }
    }

    public static final class Leaver {
        private Leaver() {}

        public static void exit() {
            System.exit(7);
        }

        public static void runtimeExit() {
            Runtime.getRuntime().exit(7);
        }

        public static void halt() {
            Runtime.getRuntime().halt(7);
        }
    }

    private static final class Loader extends ClassLoader {
        Loader() {
            super(ExitGuardTest.class.getClassLoader());
        }

        Class<?> define(Class<?> type) throws IOException {
            byte[] guarded = ExitGuard.guarded(bytes(type));
            return defineClass(type.getName(), guarded, 0, guarded.length);
        }
    }
}
