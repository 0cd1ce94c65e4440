package dev.edaworkshop.localcloud.cognito;

import dev.edaworkshop.localcloud.wire.AwsException;

/** Cognito's errors, codes and texts as AWS sends them. */
final class CognitoErrors {
    private CognitoErrors() {}

    static AwsException notAuthorized(String message) {
        return new AwsException(400, "NotAuthorizedException", message);
    }

    static AwsException wrongPassword() {
        return notAuthorized("Incorrect username or password.");
    }

    static AwsException noSuchUser() {
        return new AwsException(400, "UserNotFoundException", "User does not exist.");
    }

    static AwsException userExists() {
        return new AwsException(400, "UsernameExistsException", "User already exists");
    }

    static AwsException notConfirmed() {
        return new AwsException(400, "UserNotConfirmedException", "User is not confirmed.");
    }

    static AwsException noSuchPool(String id) {
        return new AwsException(400, "ResourceNotFoundException", "User pool %s does not exist.".formatted(id));
    }

    static AwsException noSuchClient(String id) {
        return new AwsException(400, "ResourceNotFoundException", "User pool client %s does not exist.".formatted(id));
    }

    static AwsException invalidParameter(String message) {
        return new AwsException(400, "InvalidParameterException", message);
    }

    static AwsException invalidPassword(String why) {
        return new AwsException(400, "InvalidPasswordException", "Password did not conform with policy: " + why);
    }
}
