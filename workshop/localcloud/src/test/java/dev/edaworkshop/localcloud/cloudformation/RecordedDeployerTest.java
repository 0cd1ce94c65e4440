package dev.edaworkshop.localcloud.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordedDeployerTest {
    private final RecordedDeployer logGroups = RecordedDeployer.of("AWS::Logs::LogGroup", "nothing here expires")
            .namedBy("LogGroupName")
            .withAttribute("Arn", "arn:aws:logs:${AWS::Region}:${AWS::AccountId}:log-group:${Ref}:*");

    @ParameterizedTest(name = "{0} is called {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"LogGroupName": "/shop"} | /shop
            {"RetentionInDays": 7}    | Shop-Logs-[A-Z0-9]{12}
            """)
    void it_has_a_name_and_attributes_and_nothing_behind_them(String properties, String name) {
        DeployedResource logs =
                logGroups.create(ResourceRequest.of("Shop", "Logs", "AWS::Logs::LogGroup", Properties.of(properties)));

        assertThat(logs.physicalId()).matches(name);
        assertThat(logs.attribute("Arn"))
                .isEqualTo("arn:aws:logs:us-east-1:000000000000:log-group:" + logs.physicalId() + ":*");
    }
}
