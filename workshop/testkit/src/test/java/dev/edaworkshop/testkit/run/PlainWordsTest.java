package dev.edaworkshop.testkit.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainWordsTest {
    @Test
    void a_denied_call_is_one_sentence() {
        assertThat(PlainWords.of("software.amazon.awssdk.services.sns.model.AuthorizationErrorException: User:"
                        + " arn:aws:sts::000000000000:assumed-role/Shop-CatalogueRoleB9D00F14-IDC9YZ0PPHRG/"
                        + "Shop-CatalogueFunction5236E004-7MZGUBTITZ7A is not authorized to perform: SNS:Publish on"
                        + " resource: arn:aws:sns:us-east-1:000000000000:Shop-TopicsCreated4C9A058E-LYQWOVK8W1C3"
                        + " because no identity-based policy allows it (Service: Sns, Status Code: 403, Request ID:"
                        + " e7b674d2-e2c7-4cc9-a650-ff7fe679c889) (SDK Attempt Count: 1)"))
                .isEqualTo("AuthorizationErrorException: User: CatalogueFunction is not authorized to perform:"
                        + " SNS:Publish on resource: TopicsCreated because no identity-based policy allows it");
    }

    @Test
    void other_words_stay() {
        String words =
                "Inventory saw 4 of 10, Notifications the other 6; product_created from check_1.3_7f3a at TOY-0001";

        assertThat(PlainWords.of(words)).isEqualTo(words);
    }
}
