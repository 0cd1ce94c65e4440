package dev.edaworkshop.localcloud.cloudformation.deployers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.Properties;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import dev.edaworkshop.localcloud.dynamodb.Tables;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the CDK's {@code TableV2} becomes: a table that could be in several regions, and here is in one.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-globaltable.html">AWS::DynamoDB::GlobalTable</a>
 */
public final class GlobalTableDeployer implements ResourceDeployer {
    private static final int MAX_NAME = 255;
    private static final String ON_DEMAND = "PAY_PER_REQUEST";

    private final TableChanges changes;

    public GlobalTableDeployer(Tables tables) {
        changes = new TableChanges(tables);
    }

    @Override
    public String type() {
        return "AWS::DynamoDB::GlobalTable";
    }

    @Override
    public Set<String> properties() {
        return Set.of(
                "AttributeDefinitions",
                "BillingMode",
                "GlobalSecondaryIndexes.IndexName",
                "GlobalSecondaryIndexes.KeySchema",
                "GlobalSecondaryIndexes.Projection",
                "KeySchema",
                "LocalSecondaryIndexes",
                "Replicas.DeletionProtectionEnabled",
                "Replicas.Region",
                "StreamSpecification.StreamViewType",
                "TableName",
                "TimeToLiveSpecification");
    }

    @Override
    public Map<String, String> recordedProperties() {
        String capacity = "capacity is not limited here";
        String encryption = "encryption at rest cannot be observed here";
        return Map.of(
                "Replicas.ContributorInsightsSpecification", "there is no CloudWatch here",
                "Replicas.GlobalSecondaryIndexes", capacity,
                "Replicas.PointInTimeRecoverySpecification", "there are no backups here",
                "Replicas.SSESpecification", encryption,
                "Replicas.TableClass", "storage costs nothing here",
                "Replicas.Tags", "nothing here reads them",
                "SSESpecification", encryption,
                "WarmThroughput", capacity,
                "WriteOnDemandThroughputSettings", capacity);
    }

    @Override
    public Set<String> createOnlyProperties() {
        return Set.of("KeySchema", "LocalSecondaryIndexes", "TableName");
    }

    @Override
    public Set<String> attributes() {
        return Set.of("Arn", "StreamArn", "TableId");
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        return changes.create(specification(request))
                .withAttribute("TableId", UUID.randomUUID().toString());
    }

    @Override
    public DeployedResource update(DeployedResource deployed, ResourceRequest request) {
        return changes.update(deployed, specification(request));
    }

    @Override
    public void delete(DeployedResource deployed) {
        changes.delete(deployed.physicalId());
    }

    private static TableSpecification specification(ResourceRequest request) {
        String billingMode = request.text("BillingMode").orElse("PROVISIONED");
        if (!billingMode.equals(ON_DEMAND)) {
            throw new IllegalArgumentException(
                    "BillingMode %s of a global table needs auto scaling, which the local cloud does not have. Use %s."
                            .formatted(billingMode, ON_DEMAND));
        }
        Properties replica = onlyReplica(request);
        TableSpecification specification =
                TableSpecification.of(request.name("TableName", MAX_NAME), request.properties());
        ObjectNode table = specification.createTable();
        table.put("BillingMode", ON_DEMAND);
        table.put(
                "DeletionProtectionEnabled",
                replica.bool("DeletionProtectionEnabled").orElse(false));
        return specification;
    }

    private static Properties onlyReplica(ResourceRequest request) {
        List<Properties> replicas = request.properties().objects("Replicas");
        String region = request.environment().region();
        if (replicas.size() != 1 || !replicas.getFirst().requiredText("Region").equals(region)) {
            throw new IllegalArgumentException(
                    "The local cloud is one region, %s: a global table has one replica here, which is there. Replicas are %s."
                            .formatted(
                                    region,
                                    replicas.stream()
                                            .map(replica ->
                                                    replica.text("Region").orElse("without a region"))
                                            .toList()));
        }
        return replicas.getFirst();
    }
}
