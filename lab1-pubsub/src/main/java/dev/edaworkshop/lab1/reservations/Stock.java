package dev.edaworkshop.lab1.reservations;

/** What lies in the shed. */
public interface Stock {

    /**
     * Takes pieces of a product out of what can be sold.
     *
     * @param eventId of the payment; however often the same payment is reported, the pieces are taken once
     * @throws NotInStockException if there are not that many, or the product is not on the list at all
     */
    void reserve(String eventId, String productId, int quantity);
}
