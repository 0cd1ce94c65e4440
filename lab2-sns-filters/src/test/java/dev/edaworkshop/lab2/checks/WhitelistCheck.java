package dev.edaworkshop.lab2.checks;

import dev.edaworkshop.testkit.DeployedLab;
import dev.edaworkshop.testkit.Exercise;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Announces forty new products, ten of them toys and games, and looks at what the toys corner is bothered with. */
@Exercise("2.1")
class WhitelistCheck {

    private static final Set<String> WANTED = Set.of("toys", "games");
    private static final String EXPECTED =
            "10 of 40 events, those about toys and games, are delivered to the toys corner";

    @Test
    void only_toys_and_games_are_delivered_to_the_toys_corner(DeployedLab lab) {
        Announced announced = Announced.created(lab, goods());
        Announced.At corner = announced.at("ToysCornerQueueUrl");
        Set<Goods> used = onTheShelf(lab, announced);

        requireSubscriptionChooses(announced, corner, used);
        requireRightCase(announced, corner);
        requireRightAttribute(announced, corner);
        new Fates("the toys corner", EXPECTED, WhitelistCheck::isWanted, announced, corner).requireExactly();
        for (Goods one : announced.goods()) {
            requireUsed(one, used);
        }
    }

    /** 5 toys, 5 games, and 30 of which some look a lot like them. */
    private static List<Goods> goods() {
        List<Goods> goods = new ArrayList<>();
        for (int number = 1; number <= 5; number++) {
            goods.add(Goods.called("Wooden boat no. " + number).with("category", "toys"));
            goods.add(Goods.called("Nine men's morris no. " + number).with("category", "games"));
            for (String category : List.of("rope", "clothing", "hardware", "gifts", "food")) {
                goods.add(Goods.called("Something from the shed no. " + number).with("category", category));
            }
        }
        goods.add(Goods.called("A boat whose category is written Toys").with("category", "Toys"));
        goods.add(Goods.called("A game whose category is written GAMES").with("category", "GAMES"));
        goods.add(Goods.called("A catalogue of toys and games").with("category", "toys and games"));
        goods.add(Goods.called("A rope from a region called toys")
                .with("category", "ropes")
                .with("region", "toys"));
        goods.add(Goods.called("A thing without a category"));
        return goods;
    }

    private static void requireSubscriptionChooses(Announced announced, Announced.At corner, Set<Goods> used) {
        int all = announced.goods().size();
        List<Goods> delivered = corner.delivered();
        long unwanted = delivered.stream().filter(one -> !isWanted(one)).count();
        boolean thrownAway = delivered.stream().anyMatch(one -> !isWanted(one) && !used.contains(one))
                && used.stream().allMatch(WhitelistCheck::isWanted);
        if (unwanted > 0 && thrownAway) {
            throw Verdict.red(
                    "consumer-filters",
                    EXPECTED,
                    "%d deliveries, %d used: the consumer filters, the subscription should"
                            .formatted(delivered.size(), used.size()));
        }
        if (delivered.size() == all) {
            throw Verdict.red(
                    "no-filter",
                    EXPECTED,
                    "All %d events were delivered, %d of them about things the toys corner has no use for"
                            .formatted(all, unwanted));
        }
    }

    private static void requireRightCase(Announced announced, Announced.At corner) {
        for (Goods decoy : announced.goods()) {
            String category = decoy.facts().getOrDefault("category", "");
            String wanted = category.toLowerCase(Locale.ROOT);
            if (WANTED.contains(wanted)
                    && !isWanted(decoy)
                    && corner.delivered(decoy)
                    && corner.delivered().stream().noneMatch(one -> one.has("category", wanted))) {
                throw Verdict.red(
                        "wrong-case",
                        EXPECTED,
                        "The policy accepts `%s` and keeps `%s` back: matching is case-sensitive, and the catalogue writes `%2$s`"
                                .formatted(category, wanted));
            }
        }
    }

    private static void requireRightAttribute(Announced announced, Announced.At corner) {
        if (!corner.delivered().isEmpty()) {
            return;
        }
        announced.goods().stream()
                .filter(WhitelistCheck::isWanted)
                .flatMap(one -> corner.keptBackBecause(one).stream())
                .filter(reason -> reason.contains("is absent"))
                .findFirst()
                .ifPresent(reason -> {
                    throw Verdict.red(
                            "wrong-attribute",
                            EXPECTED,
                            "None of %d events was delivered to the toys corner: %s"
                                    .formatted(announced.goods().size(), reason));
                });
    }

    private static void requireUsed(Goods one, Set<Goods> used) {
        if (isWanted(one) && !used.contains(one)) {
            throw Verdict.red(
                    "not-on-the-shelf",
                    "the toys corner puts every toy and game it is given on its shelf",
                    "%s was delivered and is not on the shelf: the function printed no line with its event_id"
                            .formatted(one.what()));
        }
    }

    private static boolean isWanted(Goods one) {
        return WANTED.contains(one.facts().getOrDefault("category", ""));
    }

    /** What the function says about its shelf; it names the events. */
    private static Set<Goods> onTheShelf(DeployedLab lab, Announced announced) {
        List<String> log = lab.log(lab.output("ToysCornerFunction"));
        return announced.goods().stream()
                .filter(one -> names(announced.eventId(one), log))
                .collect(Collectors.toSet());
    }

    private static boolean names(String eventId, List<String> log) {
        Pattern id = Pattern.compile(Pattern.quote(eventId) + "(?!\\d)");
        return log.stream().anyMatch(line -> id.matcher(line).find());
    }
}
