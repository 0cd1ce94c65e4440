package dev.edaworkshop.localcloud.ssm;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.wire.AwsException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;

/**
 * The parameters of an account: texts by name.
 *
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-parameter-store.html">Parameter
 *     Store</a>
 */
public final class ParameterStore {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_./-]{1,2048}");
    private static final Set<String> TYPES = Set.of("String", "StringList");
    private static final int MAX_LENGTH = 4096;

    private final AccountContext account;
    private final Map<String, StoredParameter> parameters = new ConcurrentSkipListMap<>();

    public ParameterStore(AccountContext account) {
        this.account = account;
    }

    /**
     * A parameter.
     *
     * @param type {@code String} or {@code StringList}
     * @param version 1, and one more with each change
     */
    public record StoredParameter(
            String name, String type, String value, String description, int version, Instant lastModified) {}

    /**
     * Writes a parameter.
     *
     * @param overwrite whether there may be one of that name
     * @throws AwsException if not, or if the parameter breaks the rules
     */
    public synchronized StoredParameter put(
            String name, String type, String value, String description, boolean overwrite) {
        check(name, type, value);
        Optional<StoredParameter> former = find(name);
        if (former.isPresent() && !overwrite) {
            throw new AwsException(
                    400,
                    "ParameterAlreadyExists",
                    "The parameter already exists. To overwrite this value, set the overwrite option in the request to true.");
        }
        StoredParameter written = new StoredParameter(
                name,
                type,
                value,
                description,
                former.map(StoredParameter::version).orElse(0) + 1,
                account.clock().instant());
        parameters.put(name, written);
        return written;
    }

    private static void check(String name, String type, String value) {
        if (!NAME.matcher(name).matches()) {
            throw new AwsException(
                    400,
                    "ValidationException",
                    "Parameter name: can't be prefixed with \"ssm\" (case-insensitive). If formed as a path, it can consist of sub-paths divided by slash symbol; each sub-path can be formed as a mix of letters, numbers and the following 3 symbols .-_");
        }
        if (!TYPES.contains(type)) {
            throw new AwsException(
                    400,
                    "UnsupportedParameterType",
                    "The local cloud does not support parameters of type %s. It supports: String, StringList."
                            .formatted(type));
        }
        if (value.isEmpty() || value.length() > MAX_LENGTH) {
            throw new AwsException(
                    400,
                    "ValidationException",
                    "Standard tier parameters support a maximum parameter value of %d characters, and at least one. This value has %d."
                            .formatted(MAX_LENGTH, value.length()));
        }
    }

    public Optional<StoredParameter> find(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** All, by name. */
    public List<StoredParameter> all() {
        return List.copyOf(parameters.values());
    }

    /** @return whether there was one */
    public boolean delete(String name) {
        return parameters.remove(name) != null;
    }

    /** The parameter's ARN; the slash before a path is not doubled. */
    public String arn(String name) {
        return account.arn("ssm", "parameter" + (name.startsWith("/") ? "" : "/") + name);
    }
}
