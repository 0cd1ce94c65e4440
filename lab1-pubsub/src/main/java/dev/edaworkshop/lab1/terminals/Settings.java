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
        /*
         * TODO 1.6  Who decides.
         *
         * The worker can be told the same thing in three places, and whoever wrote this method did not think about which
         * of them counts. It also takes a secret from wherever it finds one, and shows it to everybody.
         *
         * The command line beats the environment, the environment beats the file. A secret may come from the environment
         * only: if it stands in the file or on the command line, throw a SettingsException that says so, without the
         * secret. And shown() prints asterisks in its place.
         *
         * Check:  ./lab check 1.6
         * Read:   guide/lab1-pubsub.md#16-who-decides
         */
        return inFile.or(() -> onCommandLine).or(() -> inEnvironment).orElse(otherwise);
    }

    private String shown(Setting setting) {
        Value value = value(setting);
        return "%s = %s (%s)".formatted(setting.key(), value.text(), value.source());
    }

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
