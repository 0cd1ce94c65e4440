package dev.edaworkshop.localcloud.cloudformation;

import static dev.edaworkshop.localcloud.cloudformation.CloudFormationException.validationError;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * IPv4 addresses, such as {@code 10.0.0.0/16}.
 *
 * @param first the first address as a number
 * @param prefixBits 0 to 32
 */
record AddressBlock(long first, int prefixBits) {
    private static final int BITS = 32;
    private static final Pattern FORM = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");

    static AddressBlock parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches() || Integer.parseInt(parts.group(5)) > BITS) {
            throw validationError(
                    "Template error: Fn::Cidr needs an IPv4 address block such as 10.0.0.0/16, was " + text);
        }
        long address = IntStream.rangeClosed(1, 4)
                .mapToLong(i -> Long.parseLong(parts.group(i)))
                .reduce(0, (sum, octet) -> sum * 256 + octet);
        int prefixBits = Integer.parseInt(parts.group(5));
        return new AddressBlock(address >> (BITS - prefixBits) << (BITS - prefixBits), prefixBits);
    }

    /** The first blocks within this one, each with the given number of host bits. */
    List<String> split(String count, String hostBits) {
        try {
            return split(Integer.parseInt(count), Integer.parseInt(hostBits));
        } catch (NumberFormatException e) {
            throw validationError("Template error: Fn::Cidr needs numbers, was " + count + " and " + hostBits);
        }
    }

    private List<String> split(int count, int hostBits) {
        int spareBits = BITS - prefixBits - hostBits;
        if (count < 1 || hostBits < 0 || spareBits < 0 || count > 1L << spareBits) {
            throw validationError("Template error: Fn::Cidr cannot make %d blocks of %d host bits from a block of /%d"
                    .formatted(count, hostBits, prefixBits));
        }
        return LongStream.range(0, count)
                .mapToObj(i -> address(first + (i << hostBits)) + "/" + (BITS - hostBits))
                .toList();
    }

    private static String address(long number) {
        return "%d.%d.%d.%d".formatted(number >> 24 & 255, number >> 16 & 255, number >> 8 & 255, number & 255);
    }
}
