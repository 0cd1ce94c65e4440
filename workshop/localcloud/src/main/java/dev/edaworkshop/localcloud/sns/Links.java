package dev.edaworkshop.localcloud.sns;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.iam.Principal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** URLs that can be visited without credentials: they carry a key of this account, as presigned URLs do. */
record Links(AccountContext account) {

    String confirm(String topicArn, String token) {
        return link("Action=ConfirmSubscription&TopicArn=%s&Token=%s".formatted(encoded(topicArn), encoded(token)));
    }

    private String link(String query) {
        String key = account.accessKeys().issue(new Principal.Administrator(account.accountId()));
        String credential = "%s/20260101/%s/sns/aws4_request".formatted(key, account.region());
        return "%s/?%s&X-Amz-Credential=%s".formatted(account.endpoint(), query, encoded(credential));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
