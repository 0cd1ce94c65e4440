package dev.edaworkshop.cli.web;

import dev.edaworkshop.localcloud.Account;
import dev.edaworkshop.localcloud.picture.Station;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the station of the picture that a hop means.
 *
 * <p>A hop names whoever acted and what was acted on as exactly as it can: a function's role in a session, a version of a
 * function, the stream of a table, a path of an API. In the picture each of them is the function, the table, the API.
 */
final class Stations {
    /** Whoever is outside: the attendee, a program, a client of an API. */
    static final String OUTSIDE = "outside";

    private static final Pattern SESSION = Pattern.compile("arn:aws:sts::\\d+:assumed-role/[^/]+/(.+)");
    private static final Pattern USER = Pattern.compile("arn:aws:iam::\\d+:(root|user/.+)");
    private static final Pattern ADDRESS = Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+");

    private final Account account;

    Stations(Account account) {
        this.account = account;
    }

    /** @param named as the journal names it; empty stays empty */
    String of(String named) {
        if (named.startsWith("arn:aws:sts:")) {
            return session(named);
        }
        boolean somebody =
                USER.matcher(named).matches() || ADDRESS.matcher(named).matches();
        return somebody ? OUTSIDE : Station.idOf(named);
    }

    private String session(String principal) {
        Matcher session = SESSION.matcher(principal);
        return session.matches()
                ? account.functions()
                        .find(session.group(1))
                        .map(function -> Station.idOf(function.arn()))
                        .orElse(OUTSIDE)
                : principal;
    }
}
