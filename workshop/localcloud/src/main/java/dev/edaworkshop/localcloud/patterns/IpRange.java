package dev.edaworkshop.localcloud.patterns;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of IP addresses, as {@code cidr} writes it.
 *
 * @param text {@code 10.0.0.0/24}
 */
record IpRange(String text) {
    private static final Pattern ADDRESS = Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+|[0-9a-fA-F:]*:[0-9a-fA-F:]*");

    boolean contains(String address) {
        int slash = text.indexOf('/');
        Optional<byte[]> wanted = bytes(text.substring(0, slash));
        Optional<byte[]> found = bytes(address);
        if (wanted.isEmpty() || found.isEmpty() || wanted.get().length != found.get().length) {
            return false;
        }
        int free = wanted.get().length * 8 - Integer.parseInt(text.substring(slash + 1));
        return new BigInteger(1, wanted.get()).shiftRight(free).equals(new BigInteger(1, found.get()).shiftRight(free));
    }

    /** Whether both are addresses, and the same one, perhaps written differently. */
    static boolean sameAddress(String one, String other) {
        Optional<byte[]> a = bytes(one);
        Optional<byte[]> b = bytes(other);
        return a.isPresent() && b.isPresent() && Arrays.equals(a.get(), b.get());
    }

    private static Optional<byte[]> bytes(String address) {
        if (!ADDRESS.matcher(address).matches()) {
            return Optional.empty(); // never a name, which would be looked up
        }
        try {
            return Optional.of(InetAddress.ofLiteral(address).getAddress());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
