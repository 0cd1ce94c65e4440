package dev.edaworkshop.lab1.terminals;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was typed after the program's name.
 *
 * @param values by {@link Setting#key}
 * @param flags of those that stand alone: {@code help}, {@code show-config}
 * @param file with more settings; empty for none
 */
record CommandLine(Map<String, String> values, Set<String> flags, String file) {

    private static final Set<String> FLAGS = Set.of("help", "show-config");
    private static final String CONFIG = "config";
    private static final String CONFIG_VARIABLE = "RESERVATIONS_CONFIG";

    /**
     * Reads {@code --key value} and {@code --key=value}.
     *
     * @throws SettingsException if there is no such option, or its value is missing
     */
    static CommandLine parse(List<String> arguments, Map<String, String> environment) {
        Map<String, String> values = new LinkedHashMap<>();
        Set<String> flags = new HashSet<>();
        String file = environment.getOrDefault(CONFIG_VARIABLE, "");
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            String[] words = rest.pop().split("=", 2);
            String key = words[0].startsWith("--") ? words[0].substring(2) : "";
            if (FLAGS.contains(key)) {
                flags.add(key);
                continue;
            }
            if (!key.equals(CONFIG) && Setting.withKey(key).isEmpty()) {
                throw new SettingsException("There is no option “%s”. Those there are: --help".formatted(words[0]));
            }
            if (words.length == 1 && rest.isEmpty()) {
                throw new SettingsException("--%s needs a value.".formatted(key));
            }
            String value = words.length == 2 ? words[1] : rest.pop();
            if (key.equals(CONFIG)) {
                file = value;
            } else {
                values.put(key, value);
            }
        }
        return new CommandLine(values, flags, file);
    }

    /** @throws SettingsException if the file cannot be read, or has a line that nobody knows */
    Settings settings(Map<String, String> environment) {
        return new Settings(values, environment, file.isEmpty() ? Map.of() : read(Path.of(file)));
    }

    private static Map<String, String> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new SettingsException("The file %s cannot be read: %s".formatted(file, e));
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (String key : properties.stringPropertyNames()) {
            if (Setting.withKey(key).isEmpty()) {
                throw new SettingsException("The file %s says “%s”, and there is no such setting. There are: %s"
                        .formatted(
                                file,
                                key,
                                Arrays.stream(Setting.values())
                                        .map(Setting::key)
                                        .collect(Collectors.joining(", "))));
            }
            values.put(key, properties.getProperty(key));
        }
        return values;
    }

    static String help() {
        StringWriter help = new StringWriter();
        help.append("""
                Reads payments from a queue and reserves what was paid for, until you press Ctrl-C.

                Every setting has three places. The command line beats the environment, the environment the file.

                  --config FILE  settings as lines "key=value", or in variable %s
                  --show-config  print what counts, and who said so, and end
                  --help         print this, and end
                """.formatted(CONFIG_VARIABLE));
        for (Setting setting : Setting.values()) {
            help.append("  --%s VALUE, variable %s: %s%s%n"
                    .formatted(
                            setting.key(),
                            setting.variable(),
                            setting.description(),
                            setting.defaultValue().isEmpty() ? "" : "; otherwise " + setting.defaultValue()));
        }
        return help + "Exit code 0: stopped as asked, 1: the queue is gone or AWS does not answer, 2: wrong settings.";
    }
}
