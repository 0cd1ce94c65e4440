package dev.edaworkshop.testkit.exercises;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small solution in a temporary folder: one exercise in one class, in order unless a test spoils it. */
final class SolutionFolder {

    static final String SOURCE = """
            class Greeting {
                // begin exercise 9.1
                // It is polite.
                String text = "Good day";
                // end exercise 9.1
            }
            """;
    static final String STARTER_TEXT = """
                /* TODO 9.1  Be polite. */
                String text = "Hey";
            """;
    static final String EXERCISES = """
            lab:
              id: 9
              name: lab9-greeting
              title: Greetings
              guide: guide/lab9-greeting.md
              stack: Lab9Greeting
              app: lab9.App
            exercises:
              - id: "9.1"
                name: be-polite
                title: Be polite
                guide: 91-be-polite
                minutes: 5
                check: lab9.checks.PoliteCheck
                goal: Politeness.
                starter: {mistake: rude, says: Hey}
                hints: {pointer: Look at Greeting., nearly: It is "Good day".}
                mistakes:
                  - key: rude
                    description: It is not polite.
                    question: How would you greet a queen?
                    message: Hey
                    patches:
                      - {file: Greeting.java, replace: Good day, with: Hey}
                  - key: silent
                    description: It says nothing.
                    question: Did you say something?
                    message: nothing
                    patches:
                      - {file: Greeting.java, replace: Good day, with: ""}
            """;

    final Path folder;

    SolutionFolder(Path repository) {
        folder = repository.resolve("solutions/lab9-greeting");
        write("Greeting.java", SOURCE);
        write("cdk.json", "{}\n");
        write("starter/Greeting.9.1.java", STARTER_TEXT);
        write(Exercises.FILE, EXERCISES);
        write("../../lab9-greeting/src/test/java/lab9/checks/PoliteCheck.java", "class PoliteCheck {}\n");
    }

    SolutionFolder write(String file, String text) {
        try {
            Path path = folder.resolve(file).normalize();
            Files.createDirectories(path.resolve("..").normalize());
            Files.writeString(path, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
