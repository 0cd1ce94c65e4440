package dev.edaworkshop.localcloud.cognito;

import com.nimbusds.jose.jwk.JWKSet;
import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.cognito.User.Status;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A user pool: its users and its key. Its own monitor guards the users.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools.html">User pools</a>
 */
public final class UserPool {
    private final String id;
    private final AccountContext account;
    private final Instant createdAt;
    private final SigningKey key = new SigningKey();
    private final Map<String, User> users = new TreeMap<>();
    private volatile Settings settings;

    UserPool(String id, Settings settings, AccountContext account) {
        this.id = id;
        this.settings = settings;
        this.account = account;
        createdAt = account.clock().instant();
    }

    /**
     * What a pool is besides its users.
     *
     * @param aliases attributes by which users sign in, such as {@code email}
     * @param usernameIsAlias whether such an attribute is the user name, and the pool makes up the real one
     * @param adminOnly whether users cannot sign up by themselves
     */
    public record Settings(
            String name,
            PasswordPolicy passwordPolicy,
            List<String> aliases,
            boolean usernameIsAlias,
            boolean adminOnly) {
        public Settings {
            aliases = List.copyOf(aliases);
        }
    }

    public String id() {
        return id;
    }

    public String arn() {
        return account.arn("cognito-idp", "userpool/" + id);
    }

    /** As tokens name the pool. */
    public String issuer() {
        return "https://" + providerName();
    }

    public String providerName() {
        return "cognito-idp.%s.amazonaws.com/%s".formatted(account.region(), id);
    }

    public Settings settings() {
        return settings;
    }

    public void change(Settings changed) {
        settings = changed;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** The public key. */
    JWKSet keys() {
        return new JWKSet(key.rsa().toPublicJWK());
    }

    SigningKey key() {
        return key;
    }

    /** @throws dev.edaworkshop.localcloud.wire.AwsException if the user exists, or the password is too weak */
    synchronized User create(String wantedName, Map<String, String> attributes, String password, Status status) {
        settings.passwordPolicy().check(password);
        if (find(wantedName).isPresent()) {
            throw CognitoErrors.userExists();
        }
        String sub = UUID.randomUUID().toString();
        Map<String, String> all = new HashMap<>(attributes);
        all.put("sub", sub);
        if (settings.usernameIsAlias()) {
            String alias = settings.aliases().stream()
                    .filter(name -> name.equals("email") == wantedName.contains("@"))
                    .findFirst()
                    .orElseThrow(() ->
                            CognitoErrors.invalidParameter("Username should be either an email or a phone number."));
            all.put(alias, wantedName);
        }
        User user = new User(
                settings.usernameIsAlias() ? sub : wantedName,
                sub,
                all,
                password,
                status,
                account.clock().instant());
        users.put(user.username(), user);
        return user;
    }

    /** @throws dev.edaworkshop.localcloud.wire.AwsException {@code UserNotFoundException} */
    synchronized User user(String nameOrAlias) {
        return find(nameOrAlias).orElseThrow(CognitoErrors::noSuchUser);
    }

    synchronized Optional<User> find(String nameOrAlias) {
        return Optional.ofNullable(users.get(nameOrAlias)).or(() -> users.values().stream()
                .filter(user -> user.sub().equals(nameOrAlias)
                        || settings.aliases().stream()
                                .map(alias -> user.attributes().getOrDefault(alias, ""))
                                .anyMatch(value -> same(value, nameOrAlias)))
                .findFirst());
    }

    synchronized void put(User user) {
        users.put(user.username(), user);
    }

    synchronized void remove(User user) {
        users.remove(user.username());
    }

    synchronized List<User> users() {
        return List.copyOf(users.values());
    }

    private static boolean same(String value, String alias) {
        return !value.isEmpty() && value.toLowerCase(Locale.ROOT).equals(alias.toLowerCase(Locale.ROOT));
    }
}
