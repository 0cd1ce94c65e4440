package dev.edaworkshop.cli;

import dev.edaworkshop.cli.console.Terminal;
import dev.edaworkshop.cli.project.Project;
import dev.edaworkshop.localcloud.LocalCloud;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * Does what attendees do most, for the JVM to remember in its startup cache. The build runs it, nobody else.
 *
 * <p>The cloud is what makes the cache worth having: its first answer costs 0.5 instead of 1.6 seconds. The command's own
 * classes matter little, since the JVM does not keep classes as old as picocli's.
 */
@Command(name = "train", hidden = true)
final class TrainCommand implements Runnable {
    private static final List<String> LESSONS = List.of("--help", "list", "list --json", "doctor --help");

    private final Terminal terminal;
    private final Supplier<Project> project;

    TrainCommand(Terminal terminal, Supplier<Project> project) {
        this.terminal = terminal;
        this.project = project;
    }

    @Override
    public void run() {
        LESSONS.forEach(this::type);
        askTheCloud();
    }

    private void type(String lesson) {
        CommandLine lab = LabCommand.commandLine(terminal, project);
        lab.setOut(new PrintWriter(Writer.nullWriter()));
        lab.setErr(new PrintWriter(Writer.nullWriter()));
        lab.execute(lesson.split(" ", -1));
    }

    private static void askTheCloud() {
        try (var cloud = LocalCloud.start(0);
                var sns = SnsClient.builder()
                        .endpointOverride(cloud.endpoint())
                        .region(Region.of(LocalCloud.REGION))
                        .credentialsProvider(
                                StaticCredentialsProvider.create(AwsBasicCredentials.create("train", "train")))
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build()) {
            String topic = sns.createTopic(request -> request.name("lesson")).topicArn();
            sns.publish(request -> request.topicArn(topic).message("{}"));
        }
    }
}
