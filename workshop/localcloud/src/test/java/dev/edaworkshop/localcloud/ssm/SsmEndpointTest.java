package dev.edaworkshop.localcloud.ssm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.edaworkshop.localcloud.LocalCloud;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.SsmException;

class SsmEndpointTest {
    private final LocalCloud cloud = LocalCloud.start(0);
    private final SsmClient ssm = SsmClient.builder()
            .endpointOverride(cloud.endpoint())
            .region(Region.US_EAST_1)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
            .httpClient(UrlConnectionHttpClient.create())
            .build();

    @AfterEach
    void close() {
        ssm.close();
        cloud.close();
    }

    @Test
    void a_parameter_keeps_its_value_and_counts_its_versions() {
        put("/shop/warehouse", "north", false);
        put("/shop/warehouse", "south", true);

        Parameter parameter =
                ssm.getParameter(request -> request.name("/shop/warehouse")).parameter();

        assertThat(parameter.value()).isEqualTo("south");
        assertThat(parameter.version()).isEqualTo(2);
        assertThat(parameter.arn()).isEqualTo("arn:aws:ssm:us-east-1:000000000000:parameter/shop/warehouse");
    }

    @Test
    void overwriting_must_be_asked_for() {
        put("/shop/warehouse", "north", false);

        assertThatThrownBy(() -> put("/shop/warehouse", "south", false))
                .hasMessageContaining(
                        "The parameter already exists. To overwrite this value, set the overwrite option");
    }

    @Test
    void a_path_finds_what_is_directly_below_it() {
        put("/shop/warehouse", "north", false);
        put("/shop/mail/from", "shop@example.com", false);

        assertThat(ssm.getParametersByPath(request -> request.path("/shop")).parameters())
                .extracting(Parameter::name)
                .containsExactly("/shop/warehouse");
        assertThat(ssm.getParametersByPath(request -> request.path("/shop").recursive(true))
                        .parameters())
                .hasSize(2);
    }

    @Test
    void secrets_are_refused_by_name_and_missing_ones_are_missing() {
        assertThatThrownBy(() -> ssm.putParameter(
                        request -> request.name("key").value("x").type("SecureString")))
                .isInstanceOf(SsmException.class)
                .hasMessageContaining("does not support parameters of type SecureString");
        assertThatThrownBy(() -> ssm.getParameter(request -> request.name("nowhere")))
                .isInstanceOf(ParameterNotFoundException.class);
    }

    private void put(String name, String value, boolean overwrite) {
        ssm.putParameter(
                request -> request.name(name).value(value).type("String").overwrite(overwrite));
    }
}
