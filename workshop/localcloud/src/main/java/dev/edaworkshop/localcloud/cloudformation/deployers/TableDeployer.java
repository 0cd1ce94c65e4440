package dev.edaworkshop.localcloud.cloudformation.deployers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import dev.edaworkshop.localcloud.dynamodb.Tables;
import java.util.Map;
import java.util.Set;

/** @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html">AWS::DynamoDB::Table</a> */
public final class TableDeployer implements ResourceDeployer {
    private static final int MAX_NAME = 255;

    private final TableChanges changes;

    public TableDeployer(Tables tables) {
        changes = new TableChanges(tables);
    }

    @Override
    public String type() {
        return "AWS::DynamoDB::Table";
    }

    @Override
    public Set<String> properties() {
        return Set.of(
                "AttributeDefinitions",
                "BillingMode",
                "DeletionProtectionEnabled",
                "GlobalSecondaryIndexes.IndexName",
                "GlobalSecondaryIndexes.KeySchema",
                "GlobalSecondaryIndexes.Projection",
                "GlobalSecondaryIndexes.ProvisionedThroughput",
                "KeySchema",
                "LocalSecondaryIndexes",
                "ProvisionedThroughput",
                "StreamSpecification.StreamViewType",
                "TableName",
                "TimeToLiveSpecification");
    }

    @Override
    public Map<String, String> recordedProperties() {
        String capacity = "capacity is not limited here";
        String insights = "there is no CloudWatch here";
        return Map.of(
                "ContributorInsightsSpecification", insights,
                "GlobalSecondaryIndexes.ContributorInsightsSpecification", insights,
                "GlobalSecondaryIndexes.OnDemandThroughput", capacity,
                "GlobalSecondaryIndexes.WarmThroughput", capacity,
                "OnDemandThroughput", capacity,
                "PointInTimeRecoverySpecification", "there are no backups here",
                "SSESpecification", "encryption at rest cannot be observed here",
                "TableClass", "storage costs nothing here",
                "Tags", "nothing here reads them",
                "WarmThroughput", capacity);
    }

    @Override
    public Set<String> createOnlyProperties() {
        return Set.of("KeySchema", "LocalSecondaryIndexes", "TableName");
    }

    @Override
    public Set<String> attributes() {
        return Set.of("Arn", "StreamArn");
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        return changes.create(specification(request));
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
        TableSpecification specification =
                TableSpecification.of(request.name("TableName", MAX_NAME), request.properties());
        ObjectNode table = specification.createTable();
        table.put("BillingMode", request.text("BillingMode").orElse("PROVISIONED"));
        if (request.properties().has("ProvisionedThroughput")) {
            table.set("ProvisionedThroughput", request.json("ProvisionedThroughput"));
        }
        table.put("DeletionProtectionEnabled", request.flag("DeletionProtectionEnabled"));
        return specification;
    }
}
