package dev.edaworkshop.localcloud.cognito;

/** What a password must have. */
public record PasswordPolicy(
        int minimumLength, boolean lowercase, boolean uppercase, boolean numbers, boolean symbols) {
    /** What a pool wants unless it is told otherwise. */
    public static final PasswordPolicy DEFAULT = new PasswordPolicy(8, true, true, true, true);

    /** @throws dev.edaworkshop.localcloud.wire.AwsException {@code InvalidPasswordException}, which says what is missing */
    void check(String password) {
        require(password.length() >= minimumLength, "Password not long enough");
        require(
                !lowercase || password.chars().anyMatch(Character::isLowerCase),
                "Password must have lowercase characters");
        require(
                !uppercase || password.chars().anyMatch(Character::isUpperCase),
                "Password must have uppercase characters");
        require(!numbers || password.chars().anyMatch(Character::isDigit), "Password must have numeric characters");
        require(
                !symbols || !password.chars().allMatch(Character::isLetterOrDigit),
                "Password must have symbol characters");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw CognitoErrors.invalidPassword(otherwise);
        }
    }
}
