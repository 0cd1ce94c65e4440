package dev.edaworkshop.localcloud.sqs;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.wire.Call;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.CreateQueueRequest;
import software.amazon.awssdk.services.sqs.model.CreateQueueResponse;
import software.amazon.awssdk.services.sqs.model.DeleteQueueRequest;
import software.amazon.awssdk.services.sqs.model.DeleteQueueResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;
import software.amazon.awssdk.services.sqs.model.ListDeadLetterSourceQueuesRequest;
import software.amazon.awssdk.services.sqs.model.ListDeadLetterSourceQueuesResponse;
import software.amazon.awssdk.services.sqs.model.ListQueueTagsRequest;
import software.amazon.awssdk.services.sqs.model.ListQueueTagsResponse;
import software.amazon.awssdk.services.sqs.model.ListQueuesRequest;
import software.amazon.awssdk.services.sqs.model.ListQueuesResponse;
import software.amazon.awssdk.services.sqs.model.PurgeQueueRequest;
import software.amazon.awssdk.services.sqs.model.PurgeQueueResponse;
import software.amazon.awssdk.services.sqs.model.SetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.SetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.TagQueueRequest;
import software.amazon.awssdk.services.sqs.model.TagQueueResponse;
import software.amazon.awssdk.services.sqs.model.UntagQueueRequest;
import software.amazon.awssdk.services.sqs.model.UntagQueueResponse;

/** The actions on queues. */
final class QueueActions {
    private static final String ALL = "All";

    private final Queues queues;
    private final QueueAccess access;
    private final AccountContext account;

    QueueActions(Queues queues, AccountContext account) {
        this.queues = queues;
        this.account = account;
        access = new QueueAccess(queues);
    }

    CreateQueueResponse create(Call call, CreateQueueRequest request) {
        String name = QueueAccess.required("QueueName", request.queueName());
        String arn = account.arn("sqs", name);
        call.authorize("sqs:CreateQueue", arn);
        if (!request.tags().isEmpty()) {
            call.authorize("sqs:TagQueue", arn);
        }
        boolean isNew = queues.find(arn).isEmpty();
        Queue queue = queues.create(name, request.attributesAsStrings());
        if (isNew) {
            queue.tags().putAll(request.tags());
        }
        return CreateQueueResponse.builder().queueUrl(queue.url()).build();
    }

    GetQueueUrlResponse url(Call call, GetQueueUrlRequest request) {
        String name = QueueAccess.required("QueueName", request.queueName());
        String arn = account.arn("sqs", name);
        call.authorize("sqs:GetQueueUrl", arn);
        String owner = request.queueOwnerAWSAccountId();
        if (owner != null && !owner.equals(account.accountId())) {
            throw SqsErrors.queueDoesNotExist();
        }
        Queue queue = queues.find(arn).orElseThrow(SqsErrors::queueDoesNotExist);
        return GetQueueUrlResponse.builder().queueUrl(queue.url()).build();
    }

    ListQueuesResponse list(Call call, ListQueuesRequest request) {
        call.authorize("sqs:ListQueues", account.arn("sqs", "*"));
        String prefix = request.queueNamePrefix() == null ? "" : request.queueNamePrefix();
        List<String> urls = queues.all().stream()
                .filter(queue -> queue.name().startsWith(prefix))
                .map(Queue::url)
                .toList();
        Page<String> page = Page.of(urls, request.nextToken(), request.maxResults());
        return ListQueuesResponse.builder()
                .queueUrls(nullIfEmpty(page.items()))
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    DeleteQueueResponse delete(Call call, DeleteQueueRequest request) {
        queues.delete(access.queue(call, "DeleteQueue", request.queueUrl()));
        return DeleteQueueResponse.builder().build();
    }

    GetQueueAttributesResponse attributes(Call call, GetQueueAttributesRequest request) {
        Queue queue = access.queue(call, "GetQueueAttributes", request.queueUrl());
        Map<String, String> all = queue.describe();
        List<String> names = request.attributeNamesAsStrings();
        Map<String, String> wanted = new TreeMap<>();
        for (String name : names) {
            if (!name.equals(ALL)
                    && !all.containsKey(name)
                    && !queue.attributes().isKnown(name)) {
                throw SqsErrors.unknownAttribute(name);
            }
        }
        all.forEach((name, value) -> {
            if (names.contains(ALL) || names.contains(name)) {
                wanted.put(name, value);
            }
        });
        return wanted.isEmpty()
                ? GetQueueAttributesResponse.builder().build()
                : GetQueueAttributesResponse.builder()
                        .attributesWithStrings(wanted)
                        .build();
    }

    SetQueueAttributesResponse setAttributes(Call call, SetQueueAttributesRequest request) {
        Queue queue = access.queue(call, "SetQueueAttributes", request.queueUrl());
        if (request.attributesAsStrings().isEmpty()) {
            throw SqsErrors.missingParameter("Attributes");
        }
        queues.setAttributes(queue, request.attributesAsStrings());
        return SetQueueAttributesResponse.builder().build();
    }

    PurgeQueueResponse purge(Call call, PurgeQueueRequest request) {
        access.queue(call, "PurgeQueue", request.queueUrl()).purge();
        return PurgeQueueResponse.builder().build();
    }

    ListDeadLetterSourceQueuesResponse deadLetterSources(Call call, ListDeadLetterSourceQueuesRequest request) {
        Queue queue = access.queue(call, "ListDeadLetterSourceQueues", request.queueUrl());
        List<String> urls =
                queues.deadLetterSources(queue).stream().map(Queue::url).toList();
        Page<String> page = Page.of(urls, request.nextToken(), request.maxResults());
        return ListDeadLetterSourceQueuesResponse.builder()
                .queueUrls(page.items())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    TagQueueResponse tag(Call call, TagQueueRequest request) {
        access.queue(call, "TagQueue", request.queueUrl()).tags().putAll(request.tags());
        return TagQueueResponse.builder().build();
    }

    UntagQueueResponse untag(Call call, UntagQueueRequest request) {
        request.tagKeys()
                .forEach(access.queue(call, "UntagQueue", request.queueUrl()).tags()::remove);
        return UntagQueueResponse.builder().build();
    }

    ListQueueTagsResponse tags(Call call, ListQueueTagsRequest request) {
        Map<String, String> tags =
                access.queue(call, "ListQueueTags", request.queueUrl()).tags();
        return tags.isEmpty()
                ? ListQueueTagsResponse.builder().build()
                : ListQueueTagsResponse.builder().tags(tags).build();
    }

    private static @Nullable List<String> nullIfEmpty(List<String> list) {
        return list.isEmpty() ? null : list;
    }
}
