package dev.edaworkshop.lab4.given.pierbank;

import dev.edaworkshop.lab4.given.ProviderBooks;
import java.math.BigDecimal;

/**
 * The bank at the end of the pier. It tells everything by exceptions, as many libraries do.
 *
 * <p>The library is real, the bank is not: a card that begins with {@code declined} is refused, and {@link ProviderBooks}
 * says what else goes wrong.
 */
public final class PierBank {

    private final ProviderBooks books;

    public PierBank(ProviderBooks books) {
        this.books = books;
    }

    /**
     * Charges a card.
     *
     * @param idempotencyKey the bank charges once for each key, however often it is asked
     * @param reference what the customer reads on the statement
     * @return the number of the booking
     * @throws PierBankCardRefusedException if the bank will not pay
     * @throws PierBankUnreachableException if nothing was charged
     * @throws PierBankTimeoutException if nobody knows: the request went out, and no answer came
     */
    public String charge(String idempotencyKey, String reference, BigDecimal amount, String card) {
        if (books.isDown()) {
            throw new PierBankUnreachableException("PB-503: gateway pb-gw-2.pierbank refuses connections");
        }
        if (card.startsWith("declined")) {
            throw new PierBankCardRefusedException("PB-51: issuer says insufficient funds");
        }
        boolean isNew = books.bookingOf(idempotencyKey).isEmpty();
        String booking = books.charge("pierbank", idempotencyKey, reference, amount);
        if (isNew && books.losesItsAnswer()) {
            throw new PierBankTimeoutException("PB-504: no answer from pb-gw-2.pierbank within 3000 ms");
        }
        return booking;
    }
}
