package dev.edaworkshop.localcloud.cloudformation.deployers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.localcloud.Account;
import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.apigateway.Api;
import dev.edaworkshop.localcloud.cloudformation.StackRequest;
import dev.edaworkshop.localcloud.events.EventBus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was deployed needs no further deployment, and what was deleted leaves nothing behind. */
class RoundTripTest {
    private final LocalCloud cloud = LocalCloud.start(0);
    private final Account account = cloud.account();

    @AfterEach
    void close() {
        cloud.close();
    }

    /** The resource types by what they are for. */
    private enum Group {
        MESSAGING("""
                "Topic": {"Type": "AWS::SNS::Topic", "Properties": {
                  "DisplayName": "Orders", "Tags": [{"Key": "team", "Value": "shop"}]}},
                "Fifo": {"Type": "AWS::SNS::Topic", "Properties": {
                  "TopicName": "orders.fifo", "FifoTopic": true, "ContentBasedDeduplication": true}},
                "Dead": {"Type": "AWS::SQS::Queue", "Properties": {"MessageRetentionPeriod": 1209600}},
                "Queue": {"Type": "AWS::SQS::Queue", "Properties": {"VisibilityTimeout": 60, "DelaySeconds": 1,
                  "RedrivePolicy": {"deadLetterTargetArn": {"Fn::GetAtt": ["Dead", "Arn"]}, "maxReceiveCount": 3}}},
                "QueuePolicy": {"Type": "AWS::SQS::QueuePolicy", "Properties": {"Queues": [{"Ref": "Queue"}],
                  "PolicyDocument": {"Statement": [{"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "*",
                    "Principal": {"Service": "sns.amazonaws.com"}}]}}},
                "TopicPolicy": {"Type": "AWS::SNS::TopicPolicy", "Properties": {"Topics": [{"Ref": "Topic"}],
                  "PolicyDocument": {"Statement": [{"Effect": "Allow", "Action": "sns:Publish",
                    "Resource": {"Ref": "Topic"}, "Principal": {"Service": "events.amazonaws.com"}}]}}},
                "Subscription": {"Type": "AWS::SNS::Subscription", "Properties": {"TopicArn": {"Ref": "Topic"},
                  "Protocol": "sqs", "Endpoint": {"Fn::GetAtt": ["Queue", "Arn"]}, "RawMessageDelivery": true,
                  "FilterPolicy": {"kind": ["paid", {"prefix": "re"}]}}}"""),
        EVENTS("""
                "Queue": {"Type": "AWS::SQS::Queue"},
                "Bus": {"Type": "AWS::Events::EventBus", "Properties": {"Name": "shop", "Description": "all"}},
                "Rule": {"Type": "AWS::Events::Rule", "Properties": {"EventBusName": {"Ref": "Bus"},
                  "EventPattern": {"source": ["shop"], "detail": {"total": [{"numeric": [">", 10]}]}},
                  "Targets": [{"Id": "queue", "Arn": {"Fn::GetAtt": ["Queue", "Arn"]}}]}},
                "Nightly": {"Type": "AWS::Events::Rule", "Properties": {"ScheduleExpression": "rate(1 day)"}},
                "Archive": {"Type": "AWS::Events::Archive", "Properties": {
                  "SourceArn": {"Fn::GetAtt": ["Bus", "Arn"]}, "RetentionDays": 3}},
                "Policy": {"Type": "AWS::Events::EventBusPolicy", "Properties": {"EventBusName": {"Ref": "Bus"},
                  "StatementId": "others", "Statement": {"Sid": "others", "Effect": "Allow",
                  "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": "events:PutEvents",
                  "Resource": {"Fn::GetAtt": ["Bus", "Arn"]}}}}"""),
        STORAGE("""
                "Table": {"Type": "AWS::DynamoDB::Table", "Properties": {"BillingMode": "PAY_PER_REQUEST",
                  "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
                  "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
                  "StreamSpecification": {"StreamViewType": "NEW_IMAGE"}}},
                "Bucket": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": "photos"}},
                "Limit": {"Type": "AWS::SSM::Parameter", "Properties": {"Name": "/limit", "Type": "String", "Value": "3"}},
                "Logs": {"Type": "AWS::Logs::LogGroup", "Properties": {"LogGroupName": "/shop", "RetentionInDays": 7}}"""),
        IDENTITY("""
                "Users": {"Type": "AWS::Cognito::UserPool", "Properties": {"UserPoolName": "customers"}},
                "Client": {"Type": "AWS::Cognito::UserPoolClient", "Properties": {"UserPoolId": {"Ref": "Users"},
                  "ExplicitAuthFlows": ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]}},
                "Role": {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": {"Statement": [
                  {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "lambda.amazonaws.com"}}]}}},
                "Policy": {"Type": "AWS::IAM::Policy", "Properties": {"PolicyName": "publish", "Roles": [{"Ref": "Role"}],
                  "PolicyDocument": {"Statement": [{"Effect": "Allow", "Action": "sns:Publish", "Resource": "*"}]}}}"""),
        APIS("""
                "Rest": {"Type": "AWS::ApiGateway::RestApi", "Properties": {"Name": "old"}},
                "Boats": {"Type": "AWS::ApiGateway::Resource", "Properties": {"RestApiId": {"Ref": "Rest"},
                  "ParentId": {"Fn::GetAtt": ["Rest", "RootResourceId"]}, "PathPart": "boats"}},
                "Get": {"Type": "AWS::ApiGateway::Method", "Properties": {"RestApiId": {"Ref": "Rest"},
                  "ResourceId": {"Ref": "Boats"}, "HttpMethod": "GET", "AuthorizationType": "NONE",
                  "Integration": {"Type": "MOCK", "RequestTemplates": {"application/json": "{\\"statusCode\\": 200}"},
                    "IntegrationResponses": [{"StatusCode": "200"}]}, "MethodResponses": [{"StatusCode": "200"}]}},
                "Deployment": {"Type": "AWS::ApiGateway::Deployment", "DependsOn": "Get",
                  "Properties": {"RestApiId": {"Ref": "Rest"}}},
                "Stage": {"Type": "AWS::ApiGateway::Stage", "Properties": {"RestApiId": {"Ref": "Rest"},
                  "DeploymentId": {"Ref": "Deployment"}, "StageName": "prod"}},
                "Http": {"Type": "AWS::ApiGatewayV2::Api", "Properties": {"Name": "new", "ProtocolType": "HTTP"}},
                "HttpStage": {"Type": "AWS::ApiGatewayV2::Stage", "Properties": {
                  "ApiId": {"Ref": "Http"}, "StageName": "$default", "AutoDeploy": true}}""");

        private final String resources;

        Group(String resources) {
            this.resources = resources;
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_second_deployment_has_nothing_to_do_and_deletion_leaves_nothing(Group group) {
        Map<String, List<?>> before = resources();
        StackRequest request = StackRequest.of("Shop", "{\"Resources\": {" + group.resources + "}}");

        account.stacks().deploy(request);
        assertThat(resources()).isNotEqualTo(before);
        assertThat(account.stacks().preview(request).changes()).isEmpty();
        account.stacks().delete("Shop");

        assertThat(resources()).isEqualTo(before);
        assertThat(account.clock().timers()).as("what is still due").isEmpty();
    }

    private Map<String, List<?>> resources() {
        Map<String, List<?>> all = new LinkedHashMap<>();
        all.put("topics", account.topics().all());
        all.put("queues", account.queues().all());
        all.put("buses", account.eventBuses().all().stream().map(EventBus::name).toList());
        all.put("buckets", account.buckets().all());
        all.put("parameters", account.parameters().all());
        all.put("log groups", account.context().logs().all());
        all.put("user pools", account.userPools().all());
        all.put("functions", account.functions().all());
        all.put("mappings", account.eventSourceMappings().all());
        all.put("tables", tables());
        all.put("APIs", account.apis().all(Api.class));
        all.put("roles", account.context().iam().roles());
        return all;
    }

    private List<String> tables() {
        if (!account.tables().isStarted()) {
            return List.of();
        }
        ObjectNode listed = account.tables().perform("ListTables", JsonNodeFactory.instance.objectNode());
        return listed.path("TableNames").valueStream().map(JsonNode::asText).toList();
    }
}
