package dev.edaworkshop.lab3.checks;

import java.time.Instant;
import java.util.List;

/**
 * product_created as it was really said, at the time: what the archive is full of. Nobody may change these.
 *
 * @param tag what the price tag has to say
 */
record Recorded(int version, Instant time, String data, String tag) {

    static final List<Recorded> EVENTS = List.of(
            new Recorded(1, Instant.parse("2026-11-20T08:05:00Z"), """
                    {"product_id": "p-0001", "sku": "TOY-0001", "name": "Wooden boat", "category": "toys",
                     "price": 24.90, "region": "eu"}""", "TOY-0001 24.9"),
            new Recorded(1, Instant.parse("2026-11-20T08:05:30Z"), """
                    {"product_id": "p-0031", "sku": "ROP-0007", "name": "Mooring line", "category": "rope",
                     "price": 120, "region": "eu", "tags": ["new", "heavy"]}""", "ROP-0007 120"),
            new Recorded(1, Instant.parse("2026-11-21T11:40:00Z"), """
                    {"product_id": "p-0104", "sku": "FOO-0003", "name": "Ship's biscuit", "category": "food",
                     "price": 3.2, "region": "uk", "weight_grams": 250}""", "FOO-0003 3.2"),
            new Recorded(2, Instant.parse("2026-11-25T07:15:00Z"), """
                    {"product_id": "p-0150", "sku": "HAR-0018", "name": "Brass cleat", "category": "hardware",
                     "unit_price": 8.40, "currency": "EUR", "region": "eu"}""", "HAR-0018 8.4"),
            new Recorded(2, Instant.parse("2026-11-26T16:20:00Z"), """
                    {"product_id": "p-0151", "sku": "FIS-0003", "name": "Hooks, a dozen", "category": "fishing",
                     "unit_price": 0.35, "currency": "EUR", "region": "eu", "pack_size": 12}""", "FIS-0003 0.35"));

    boolean isVersion(int wanted) {
        return version == wanted;
    }
}
