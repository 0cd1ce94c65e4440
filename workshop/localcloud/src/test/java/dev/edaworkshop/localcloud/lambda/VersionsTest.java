package dev.edaworkshop.localcloud.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.edaworkshop.localcloud.Account;
import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.delivery.Delivery;
import dev.edaworkshop.localcloud.delivery.DeliveryReceipt;
import dev.edaworkshop.localcloud.lambda.handlers.Inspector;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VersionsTest {
    private final LocalCloud cloud = TestFunctions.startCloud();
    private final Account account = cloud.account();
    private final Functions functions = account.functions();

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void a_version_stays_as_it_was_published() {
        create("blue");
        functions.function("Inspector").versions().publish(Optional.of("the first"));

        functions.update(configuration("green"));

        assertThat(functions.function("Inspector").invoke("{}").payload()).contains("\"COLOUR\":\"green\"");
        assertThat(functions.function("Inspector:1").invoke("{}").payload())
                .contains(
                        "\"COLOUR\":\"blue\"",
                        "\"AWS_LAMBDA_FUNCTION_VERSION\":\"1\"",
                        "\"invokedFunctionArn\":\"arn:aws:lambda:us-east-1:000000000000:function:Inspector:1\"");
    }

    @Test
    void publishing_what_has_not_changed_yields_the_same_version() {
        Versions versions = create("blue").versions();

        assertThat(versions.publish(Optional.empty()).version()).isEqualTo("1");
        assertThat(versions.publish(Optional.empty()).version()).isEqualTo("1");
        functions.update(configuration("green"));
        assertThat(versions.publish(Optional.empty()).version()).isEqualTo("2");
        assertThat(versions.all()).extracting(FunctionVersion::version).containsExactly("$LATEST", "1", "2");
    }

    @Test
    void an_alias_leads_to_the_version_it_names_now() {
        Versions versions = create("blue").versions();
        versions.publish(Optional.empty());
        versions.putAlias(new Alias("live", "1", "", Map.of()));
        functions.update(configuration("green"));
        versions.publish(Optional.empty());
        Function live = functions.function("Inspector:live");

        assertThat(live.configuration().environment()).containsEntry("COLOUR", "blue");
        versions.putAlias(new Alias("live", "2", "", Map.of()));
        assertThat(live.configuration().environment()).containsEntry("COLOUR", "green");
        assertThat(live.invoke("{}").payload())
                .contains("\"AWS_LAMBDA_FUNCTION_VERSION\":\"2\"", "function:Inspector:live\"");
    }

    @Test
    void a_weighted_alias_divides_invocations_exactly() {
        Alias canary = new Alias("live", "1", "", Map.of("2", 0.1));

        List<String> versions =
                LongStream.range(0, 100).mapToObj(canary::version).toList();

        assertThat(versions).filteredOn("2"::equals).hasSize(10);
    }

    @Test
    void an_alias_needs_its_versions() {
        Versions versions = create("blue").versions();

        assertThatThrownBy(() -> versions.putAlias(new Alias("live", "1", "", Map.of())))
                .hasMessage("Function not found: arn:aws:lambda:us-east-1:000000000000:function:Inspector:1");
        versions.publish(Optional.empty());
        versions.putAlias(new Alias("live", "1", "", Map.of()));
        assertThatThrownBy(() -> versions.delete("1"))
                .hasMessageContaining("the following aliases reference it: [live]");
    }

    @Test
    void permissions_belong_to_the_name_they_were_given_to() {
        Versions versions = create("blue").versions();
        versions.publish(Optional.empty());
        versions.putAlias(new Alias("live", "1", "", Map.of()));
        Function live = functions.function("Inspector:live");
        live.permissions().add("sns", "sns.amazonaws.com", "lambda:InvokeFunction", Optional.empty(), Optional.empty());

        assertThat(deliverTo("Inspector:live")).isInstanceOf(DeliveryReceipt.Accepted.class);
        assertThat(deliverTo("Inspector")).isInstanceOf(DeliveryReceipt.Refused.class);
        assertThat(deliverTo("Inspector:1")).isInstanceOf(DeliveryReceipt.Refused.class);
    }

    @Test
    void asynchronous_configuration_belongs_to_a_name_too() {
        Versions versions = create("blue").versions();
        versions.publish(Optional.empty());

        functions
                .function("Inspector:1")
                .asyncQueue()
                .configure(AsyncConfiguration.DEFAULT.withMaximumRetryAttempts(0));

        assertThat(functions
                        .function("Inspector:1")
                        .asyncQueue()
                        .configuration()
                        .maximumRetryAttempts())
                .isZero();
        assertThat(functions.function("Inspector").asyncQueue().configuration().maximumRetryAttempts())
                .isEqualTo(2);
    }

    private DeliveryReceipt deliverTo(String function) {
        String arn = account.context().arn("lambda", "function:" + function);
        return functions.accept(new Delivery("sns.amazonaws.com", "arn:topic", arn, "{}", Map.of(), "event-42"));
    }

    private Function create(String colour) {
        return functions.create(configuration(colour));
    }

    private FunctionConfiguration configuration(String colour) {
        return TestFunctions.aFunction(account, Inspector.class)
                .environment(Map.of("COLOUR", colour))
                .build();
    }
}
