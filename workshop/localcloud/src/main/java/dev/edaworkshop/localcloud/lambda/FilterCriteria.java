package dev.edaworkshop.localcloud.lambda;

import dev.edaworkshop.localcloud.patterns.EventPattern;
import dev.edaworkshop.localcloud.patterns.InvalidPatternException;
import java.util.ArrayList;
import java.util.List;

/**
 * Which records of an event source reach the function: those that match at least one pattern, or all if there is none.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html">Event filtering</a>
 */
public record FilterCriteria(List<EventPattern> patterns) {
    /** Lets everything through. */
    public static final FilterCriteria NONE = new FilterCriteria(List.of());

    private static final int MAX_FILTERS = 5;

    public FilterCriteria {
        patterns = List.copyOf(patterns);
    }

    /** @throws dev.edaworkshop.localcloud.wire.AwsException if one is no pattern, or there are more than five */
    public static FilterCriteria parse(List<String> patterns) {
        if (patterns.size() > MAX_FILTERS) {
            throw LambdaErrors.validation(
                    patterns, "filterCriteria.filters", "Member must have length less than or equal to " + MAX_FILTERS);
        }
        List<EventPattern> parsed = new ArrayList<>();
        for (String pattern : patterns) {
            try {
                parsed.add(EventPattern.parse(pattern));
            } catch (InvalidPatternException e) {
                throw LambdaErrors.invalidParameter("Invalid filter pattern definition.", e);
            }
        }
        return new FilterCriteria(parsed);
    }

    public boolean isEmpty() {
        return patterns.isEmpty();
    }

    /** @param record as JSON, with the names that the function sees */
    public boolean accept(String record) {
        return patterns.isEmpty() || patterns.stream().anyMatch(pattern -> pattern.matches(record));
    }

    @Override
    public String toString() {
        return patterns.isEmpty()
                ? "no filter"
                : String.join(" or ", patterns.stream().map(EventPattern::json).toList());
    }
}
