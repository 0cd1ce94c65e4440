package dev.edaworkshop.localcloud.picture;

/**
 * Something that events can come to.
 *
 * @param id its ARN; of what has none, what the journal calls it: an e-mail address, a URL
 * @param name as AWS has it
 * @param note what else is worth knowing, such as a schedule; empty if nothing is
 */
public record Station(String id, Kind kind, String name, String note) {

    /** What it is. */
    public enum Kind {
        API,
        API_DESTINATION,
        ARCHIVE,
        BUS,
        FUNCTION,
        LOG_GROUP,
        MAILBOX,
        QUEUE,
        RULE,
        TABLE,
        TOPIC,
        WEBSITE
    }

    /**
     * The station that something belongs to: a version or an alias is the function's, a stream is the table's, a path is
     * the API's.
     */
    public static String idOf(String arn) {
        if (arn.startsWith("arn:aws:lambda:")) {
            return upTo(arn, ':', 7);
        }
        if (arn.startsWith("arn:aws:dynamodb:")) {
            return upTo(arn, '/', 2);
        }
        return arn.startsWith("arn:aws:execute-api:") ? upTo(arn, '/', 1) : arn;
    }

    /** The text before the n-th such character; all of it if there are fewer. */
    private static String upTo(String text, char separator, int n) {
        int end = -1;
        for (int i = 0; i < n; i++) {
            end = text.indexOf(separator, end + 1);
            if (end < 0) {
                return text;
            }
        }
        return text.substring(0, end);
    }
}
