package dev.edaworkshop.localcloud.sns;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.wire.Call;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sns.model.CreateTopicRequest;
import software.amazon.awssdk.services.sns.model.CreateTopicResponse;
import software.amazon.awssdk.services.sns.model.DeleteTopicRequest;
import software.amazon.awssdk.services.sns.model.DeleteTopicResponse;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesResponse;
import software.amazon.awssdk.services.sns.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.sns.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.sns.model.ListTopicsRequest;
import software.amazon.awssdk.services.sns.model.ListTopicsResponse;
import software.amazon.awssdk.services.sns.model.SetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.SetTopicAttributesResponse;
import software.amazon.awssdk.services.sns.model.Tag;
import software.amazon.awssdk.services.sns.model.TagResourceRequest;
import software.amazon.awssdk.services.sns.model.TagResourceResponse;
import software.amazon.awssdk.services.sns.model.UntagResourceRequest;
import software.amazon.awssdk.services.sns.model.UntagResourceResponse;

/** The actions on topics and their tags. */
record TopicActions(Topics topics, AccountContext account) {
    private static final int PAGE = 100;

    CreateTopicResponse create(Call call, CreateTopicRequest request) {
        String name = SnsErrors.required("Name", request.name());
        String arn = account.arn("sns", name);
        call.authorize("sns:CreateTopic", arn);
        if (!request.tags().isEmpty()) {
            call.authorize("sns:TagResource", arn);
        }
        if (request.dataProtectionPolicy() != null) {
            throw SnsErrors.unsupported("the data protection policy");
        }
        Topic topic = topics.create(name, request.attributes(), tags(request.tags()));
        return CreateTopicResponse.builder().topicArn(topic.arn()).build();
    }

    DeleteTopicResponse delete(Call call, DeleteTopicRequest request) {
        String arn = SnsErrors.required("TopicArn", request.topicArn());
        SnsErrors.requireArn("TopicArn", arn);
        call.authorize("sns:DeleteTopic", arn);
        topics.delete(arn);
        return DeleteTopicResponse.builder().build();
    }

    ListTopicsResponse list(Call call, ListTopicsRequest request) {
        call.authorize("sns:ListTopics", account.arn("sns", "*"));
        Page<Topic> page = Page.of(topics.all(), request.nextToken(), PAGE);
        return ListTopicsResponse.builder()
                .topics(page.items().stream()
                        .map(topic -> software.amazon.awssdk.services.sns.model.Topic.builder()
                                .topicArn(topic.arn())
                                .build())
                        .toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    GetTopicAttributesResponse attributes(Call call, GetTopicAttributesRequest request) {
        String arn = SnsErrors.required("TopicArn", request.topicArn());
        call.authorize("sns:GetTopicAttributes", arn);
        return GetTopicAttributesResponse.builder()
                .attributes(topics.describe(topics.topic(arn)))
                .build();
    }

    SetTopicAttributesResponse setAttributes(Call call, SetTopicAttributesRequest request) {
        String arn = SnsErrors.required("TopicArn", request.topicArn());
        call.authorize("sns:SetTopicAttributes", arn);
        topics.setAttribute(
                topics.topic(arn),
                SnsErrors.required("AttributeName", request.attributeName()),
                Optional.ofNullable(request.attributeValue()).orElse(""));
        return SetTopicAttributesResponse.builder().build();
    }

    TagResourceResponse tag(Call call, TagResourceRequest request) {
        tagged(call, "sns:TagResource", request.resourceArn()).tags().putAll(tags(request.tags()));
        return TagResourceResponse.builder().build();
    }

    UntagResourceResponse untag(Call call, UntagResourceRequest request) {
        request.tagKeys()
                .forEach(
                        tagged(call, "sns:UntagResource", request.resourceArn()).tags()::remove);
        return UntagResourceResponse.builder().build();
    }

    ListTagsForResourceResponse tags(Call call, ListTagsForResourceRequest request) {
        List<Tag> tags = tagged(call, "sns:ListTagsForResource", request.resourceArn()).tags().entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
        return ListTagsForResourceResponse.builder().tags(tags).build();
    }

    private Topic tagged(Call call, String action, String resourceArn) {
        String arn = SnsErrors.required("ResourceArn", resourceArn);
        call.authorize(action, arn);
        return topics.find(arn).orElseThrow(SnsErrors::resourceNotFound);
    }

    private static Map<String, String> tags(List<Tag> tags) {
        Map<String, String> byKey = new LinkedHashMap<>();
        tags.forEach(tag -> byKey.put(tag.key(), tag.value()));
        return byKey;
    }
}
