package dev.edaworkshop.cli.doctor;

import dev.edaworkshop.cli.console.Style.Mark;
import java.util.Optional;

/**
 * One thing the doctor looked at.
 *
 * @param subject a word: {@code Node}
 * @param seen what is there
 * @param fix what to do about it; empty only if all is well
 */
record Finding(Mark mark, String subject, String seen, Optional<String> fix) {

    static Finding good(String subject, String seen) {
        return new Finding(Mark.GOOD, subject, seen, Optional.empty());
    }

    /** The workshop works all the same. */
    static Finding warning(String subject, String seen, String fix) {
        return new Finding(Mark.WARNING, subject, seen, Optional.of(fix));
    }

    /** The workshop does not work like this. */
    static Finding bad(String subject, String seen, String fix) {
        return new Finding(Mark.BAD, subject, seen, Optional.of(fix));
    }
}
