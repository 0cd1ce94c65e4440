package dev.edaworkshop.localcloud.iam;

import java.security.SecureRandom;

/** Keeps the keys with which processes of this account, such as functions, act as their roles. */
public interface AccessKeys {
    /** A key that stands for nobody yet; looks like AWS's temporary ones. */
    static String newKey() {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        SecureRandom random = new SecureRandom();
        StringBuilder key = new StringBuilder("ASIA");
        for (int i = 0; i < 16; i++) {
            key.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return key.toString();
    }

    /** From now on the access key stands for the principal, until it is revoked; any secret goes with it. */
    void assign(String accessKey, Principal principal);

    /** A new access key that stands for the principal. */
    default String issue(Principal principal) {
        String accessKey = newKey();
        assign(accessKey, principal);
        return accessKey;
    }

    void revoke(String accessKey);
}
