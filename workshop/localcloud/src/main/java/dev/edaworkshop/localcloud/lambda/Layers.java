package dev.edaworkshop.localcloud.lambda;

import dev.edaworkshop.localcloud.AccountContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The layers of an account, by ARN; their monitor guards them. */
public final class Layers {
    private final AccountContext account;
    private final Map<String, LayerVersion> versions = new TreeMap<>();
    private final Map<String, Integer> lastNumbers = new TreeMap<>();

    Layers(AccountContext account) {
        this.account = account;
    }

    /** Adds a version, numbered from 1. */
    public synchronized LayerVersion publish(String name, Path directory, String description, List<String> runtimes) {
        int number = lastNumbers.merge(name, 1, Integer::sum);
        String arn = account.arn("lambda", "layer:%s:%d".formatted(name, number));
        LayerVersion version = new LayerVersion(
                name,
                number,
                arn,
                directory,
                description,
                runtimes,
                account.clock().instant());
        versions.put(arn, version);
        return version;
    }

    public synchronized Optional<LayerVersion> find(String arn) {
        return Optional.ofNullable(versions.get(arn));
    }

    /** @throws dev.edaworkshop.localcloud.wire.AwsException if one does not exist */
    public synchronized List<LayerVersion> require(List<String> arns) {
        return arns.stream()
                .map(arn -> find(arn)
                        .orElseThrow(
                                () -> LambdaErrors.invalidParameter("Layer version %s does not exist.".formatted(arn))))
                .toList();
    }

    public synchronized List<LayerVersion> all() {
        return List.copyOf(versions.values());
    }

    /** Functions that have it keep it, as in AWS; does nothing if there is no such version. */
    public synchronized void delete(String arn) {
        versions.remove(arn);
    }
}
