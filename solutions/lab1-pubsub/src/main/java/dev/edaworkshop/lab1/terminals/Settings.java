package dev.edaworkshop.lab1.terminals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the program was told, in a file, in the environment and on the command line, and which of them counts. */
final class Settings {

    /** Where a value comes from. */
    enum Source {
        COMMAND_LINE("command line"),
        ENVIRONMENT("environment"),
        FILE("file"),
        DEFAULT("default");

        private final String words;

        Source(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** A value and its origin. */
    record Value(String text, Source source) {}

    private final Map<String, String> commandLine;
    private final Map<String, String> environment;
    private final Map<String, String> file;

    /**
     * @param commandLine by {@link Setting#key}
     * @param environment by {@link Setting#variable}
     * @param file by {@link Setting#key}
     */
    Settings(Map<String, String> commandLine, Map<String, String> environment, Map<String, String> file) {
        this.commandLine = Map.copyOf(commandLine);
        this.environment = Map.copyOf(environment);
        this.file = Map.copyOf(file);
    }

    /** @throws SettingsException if a secret stands where it does not belong */
    Value value(Setting setting) {
        Optional<Value> onCommandLine = find(commandLine, setting.key(), Source.COMMAND_LINE);
        Optional<Value> inEnvironment = find(environment, setting.variable(), Source.ENVIRONMENT);
        Optional<Value> inFile = find(file, setting.key(), Source.FILE);
        Value otherwise = new Value(setting.defaultValue(), Source.DEFAULT);
        // begin exercise 1.6
        // The later somebody decided, the more they knew: the file was written with the program, the environment set
        // where it was installed, the command line typed just now. A file is copied and checked in, and a command line
        // is
        // seen by everybody on the machine: a secret has no place in either.
        if (setting.isSecret()) {
            inFile.or(() -> onCommandLine).ifPresent(misplaced -> {
                throw new SettingsException(
                        "%s is a secret, and this one comes from the %s. Set the variable %s instead."
                                .formatted(setting.key(), misplaced.source(), setting.variable()));
            });
        }
        return onCommandLine.or(() -> inEnvironment).or(() -> inFile).orElse(otherwise);
    }

    private String shown(Setting setting) {
        Value value = value(setting);
        String text = setting.isSecret() && !value.text().isEmpty() ? "********" : value.text();
        return "%s = %s (%s)".formatted(setting.key(), text, value.source());
    }
    // end exercise 1.6

    /** One line for each setting: what it is, and who said so. */
    List<String> shown() {
        return Arrays.stream(Setting.values()).map(this::shown).toList();
    }

    String text(Setting setting) {
        return value(setting).text();
    }

    /** @throws SettingsException if there is no value */
    String required(Setting setting) {
        String text = text(setting);
        if (text.isBlank()) {
            throw new SettingsException(
                    "%s is missing: say --%1$s VALUE, or set %s. Started with ./lab run it is set already."
                            .formatted(setting.key(), setting.variable()));
        }
        return text;
    }

    /** @throws SettingsException if it is no whole number between these two */
    int number(Setting setting, int least, int most) {
        Value value = value(setting);
        try {
            int number = Integer.parseInt(value.text());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new SettingsException("%s must be a whole number from %d to %d, and is “%s” (%s)."
                .formatted(setting.key(), least, most, value.text(), value.source()));
    }

    private static Optional<Value> find(Map<String, String> values, String name, Source source) {
        return Optional.ofNullable(values.get(name)).map(text -> new Value(text, source));
    }
}
