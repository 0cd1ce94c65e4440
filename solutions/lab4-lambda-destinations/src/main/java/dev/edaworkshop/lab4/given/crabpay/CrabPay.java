package dev.edaworkshop.lab4.given.crabpay;

import dev.edaworkshop.lab4.given.ProviderBooks;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * CrabPay, two cents cheaper than PierBank. It answers with a status, and knows one exception.
 *
 * <p>The library is real, CrabPay is not: see {@link ProviderBooks} for what goes wrong.
 */
public final class CrabPay {

    /** How a request ended; {@code note} is CrabPay's own text. */
    public record Reply(Status status, String booking, String note) {}

    /** CrabPay's answers. */
    public enum Status {
        DONE,
        NO_MONEY
    }

    private final ProviderBooks books;

    public CrabPay(ProviderBooks books) {
        this.books = books;
    }

    /**
     * Moves money.
     *
     * @param token CrabPay moves money once for each token
     * @throws IOException if CrabPay was not reached, or did not answer
     */
    public Reply pinch(String token, BigDecimal amount, String card, String text) throws IOException {
        if (books.isDown()) {
            throw new IOException("crabpay: connection reset by claw");
        }
        if (card.startsWith("declined")) {
            return new Reply(Status.NO_MONEY, "", "crabpay: shell is empty");
        }
        boolean isNew = books.bookingOf(token).isEmpty();
        String booking = books.charge("crabpay", token, text, amount);
        if (isNew && books.losesItsAnswer()) {
            throw new IOException("crabpay: read timed out");
        }
        return new Reply(Status.DONE, booking, "crabpay: pinched");
    }
}
