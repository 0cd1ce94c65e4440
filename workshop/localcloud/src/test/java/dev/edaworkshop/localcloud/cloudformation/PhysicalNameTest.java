package dev.edaworkshop.localcloud.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhysicalNameTest {
    private final PhysicalName name = new PhysicalName("Shop", "Inventory1A2B3C4D", 0);

    @Test
    void a_name_says_where_it_comes_from_and_is_always_the_same() {
        assertThat(name.cutTo(80)).isEqualTo("Shop-Inventory1A2B3C4D-KS2WHN5SG1WD");
    }

    @Test
    void stack_logical_id_and_generation_each_make_a_difference() {
        assertThat(name.cutTo(80).substring(22))
                .isNotEqualTo(new PhysicalName("Shop", "Inventory1A2B3C4D", 1)
                        .cutTo(80)
                        .substring(22))
                .isNotEqualTo(new PhysicalName("Shep", "Inventory1A2B3C4D", 0)
                        .cutTo(80)
                        .substring(22))
                .isNotEqualTo(new PhysicalName("Shop", "Inventory1A2B3C4E", 0)
                        .cutTo(80)
                        .substring(22));
        assertThat(name.uuid()).isNotEqualTo(new PhysicalName("Shop", "Inventory1A2B3C4D", 1).uuid());
    }

    @ParameterizedTest(name = "{0} and {1} become {2}")
    @CsvSource({
        "Shop, Inventory, Shop-Inventory",
        "Shop, InventoryOfTheWholeHarbour, Shop-InventoryOfTheWhol",
        "ShopOnThePierOfTheHarbour, Inventory, ShopOnThePier-Inventory",
        "ShopOnThePierOfTheHarbour, InventoryOfTheWholeHarbour, ShopOnThePi-InventoryOf",
        "ShopOnThePierOfTheHarbour, Id, ShopOnThePierOfTheHa-Id"
    })
    void a_long_name_is_cut_where_it_has_most(String stack, String logicalId, String beginning) {
        String cut = new PhysicalName(stack, logicalId, 0).cutTo(36);

        assertThat(cut).startsWith(beginning + "-").matches(".*-[A-Z0-9]{12}").hasSizeLessThanOrEqualTo(36);
    }

    @Test
    void an_ending_counts() {
        ResourceRequest request = ResourceRequest.of("Shop", "Inventory", "AWS::SQS::Queue", Properties.of("{}"));

        assertThat(request.generatedName(30, ".fifo")).hasSize(30).endsWith(".fifo");
    }
}
