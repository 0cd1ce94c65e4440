package dev.edaworkshop.localcloud.lambda;

import java.nio.file.Path;
import java.util.List;

/** A program that makes a copy of some code, tidying up first: {@code OtherCopies CACHE ROOT FILE}. */
final class OtherCopies {
    private OtherCopies() {}

    public static void main(String[] arguments) throws Exception {
        try (var copies = new CodeCopies(Path.of(arguments[0]))) {
            copies.keep("f".repeat(64), Path.of(arguments[1]), List.of(Path.of(arguments[2])));
        }
    }
}
