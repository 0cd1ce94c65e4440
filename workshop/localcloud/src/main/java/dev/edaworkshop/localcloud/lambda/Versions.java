package dev.edaworkshop.localcloud.lambda;

import dev.edaworkshop.localcloud.AccountContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The versions and aliases of one function.
 *
 * <p>Its monitor guards them.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-versions.html">Versions</a>
 */
public final class Versions {
    private final String functionArn;
    private final Launcher launcher;
    private final AccountContext account;
    private final FunctionVersion latest;
    private final TreeMap<Integer, FunctionVersion> published = new TreeMap<>();
    private final Map<String, Alias> aliases = new TreeMap<>();
    private final Map<String, Function> qualified = new TreeMap<>();
    private final AtomicLong invocations = new AtomicLong();
    private int lastNumber;
    /** What {@code $LATEST} was like when a version was published last. */
    private @Nullable FunctionConfiguration publishedFrom;

    Versions(String functionArn, FunctionConfiguration configuration, Launcher launcher, AccountContext account) {
        this.functionArn = functionArn;
        this.launcher = launcher;
        this.account = account;
        latest = new FunctionVersion(functionArn, configuration, launcher.read(configuration), launcher, account);
    }

    FunctionVersion latest() {
        return latest;
    }

    /**
     * Makes a version of {@code $LATEST} as it is now.
     *
     * @return the newest version there is, if nothing has changed since
     */
    public synchronized FunctionVersion publish(Optional<String> description) {
        Optional<FunctionVersion> unchanged = unchanged();
        if (unchanged.isPresent()) {
            return unchanged.get();
        }
        String words = description.orElse(latest.configuration().description());
        lastNumber++;
        FunctionConfiguration configuration = latest.configuration().toBuilder()
                .version(String.valueOf(lastNumber))
                .description(words)
                .build();
        FunctionVersion version = new FunctionVersion(functionArn, configuration, latest.code(), launcher, account);
        published.put(lastNumber, version);
        publishedFrom = latest.configuration();
        return version;
    }

    /** The newest published version, if {@code $LATEST} has not changed since. */
    public synchronized Optional<FunctionVersion> unchanged() {
        return Optional.ofNullable(published.lastEntry())
                .map(Map.Entry::getValue)
                .filter(this::isUnchangedSince);
    }

    /** Version {@code $LATEST} and the published ones, oldest first. */
    synchronized List<FunctionVersion> all() {
        return Stream.concat(Stream.of(latest), published.values().stream()).toList();
    }

    synchronized Optional<FunctionVersion> version(String version) {
        return version.equals(Function.LATEST)
                ? Optional.of(latest)
                : version.matches("\\d{1,9}")
                        ? Optional.ofNullable(published.get(Integer.parseInt(version)))
                        : Optional.empty();
    }

    /** @throws dev.edaworkshop.localcloud.wire.AwsException if an alias needs it */
    public synchronized void delete(String version) {
        aliases.values().stream()
                .filter(alias ->
                        alias.version().equals(version) || alias.weights().containsKey(version))
                .findFirst()
                .ifPresent(alias -> {
                    throw LambdaErrors.conflict(
                            "Unable to delete version because the following aliases reference it: [%s]"
                                    .formatted(alias.name()));
                });
        version(version).ifPresent(FunctionVersion::close);
        published.remove(Integer.parseInt(version));
        forget(version);
    }

    public synchronized Optional<Alias> alias(String name) {
        return Optional.ofNullable(aliases.get(name));
    }

    public synchronized List<Alias> aliases() {
        return List.copyOf(aliases.values());
    }

    /** Adds or replaces an alias. */
    public synchronized void putAlias(Alias alias) {
        List<String> versions = new ArrayList<>(alias.weights().keySet());
        versions.add(alias.version());
        for (String version : versions) {
            if (version(version).isEmpty()) {
                throw LambdaErrors.functionNotFound(functionArn + ":" + version);
            }
        }
        aliases.put(alias.name(), alias);
    }

    public synchronized void deleteAlias(String name) {
        aliases.remove(name);
        forget(name);
    }

    /** The version of the next invocation. */
    synchronized FunctionVersion choose(String qualifier) {
        Alias alias = aliases.get(qualifier);
        String version = alias == null ? qualifier : alias.version(invocations.getAndIncrement());
        return version(version).orElseThrow(() -> LambdaErrors.functionNotFound(functionArn + ":" + qualifier));
    }

    /** The version that describes the qualifier. */
    synchronized FunctionVersion main(String qualifier) {
        Alias alias = aliases.get(qualifier);
        return version(alias == null ? qualifier : alias.version()).orElse(latest);
    }

    /** The function under this version or alias; empty if there is none of that name. */
    synchronized Optional<Function> qualified(String qualifier, Function unqualified) {
        if (!aliases.containsKey(qualifier) && version(qualifier).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(qualified.computeIfAbsent(qualifier, unqualified::qualified));
    }

    /** The function under all names that somebody has used so far. */
    synchronized List<Function> names(Function unqualified) {
        return Stream.concat(Stream.of(unqualified), qualified.values().stream())
                .toList();
    }

    void close() {
        List<Function> views;
        synchronized (this) {
            views = List.copyOf(qualified.values());
        }
        views.forEach(view -> view.permissions().removeAll());
        all().forEach(FunctionVersion::close);
    }

    private void forget(String qualifier) {
        Function view = qualified.remove(qualifier);
        if (view != null) {
            view.permissions().removeAll();
            view.asyncQueue().resetConfiguration();
        }
    }

    private boolean isUnchangedSince(FunctionVersion newest) {
        return latest.configuration().equals(publishedFrom)
                && latest.code().sha256().equals(newest.code().sha256());
    }
}
