package dev.edaworkshop.localcloud.iam;

/** Issues the keys with which processes of this account, such as functions, act as their roles. */
public interface AccessKeys {
    /** An access key that stands for the principal until it is revoked; any secret goes with it. */
    String issue(Principal principal);

    void revoke(String accessKey);
}
