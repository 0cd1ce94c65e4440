package dev.edaworkshop.localcloud.events;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.patterns.EventPattern;
import dev.edaworkshop.localcloud.wire.Call;
import dev.edaworkshop.localcloud.wire.RpcService;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.eventbridge.model.ArchiveState;
import software.amazon.awssdk.services.eventbridge.model.CreateArchiveRequest;
import software.amazon.awssdk.services.eventbridge.model.CreateArchiveResponse;
import software.amazon.awssdk.services.eventbridge.model.DeleteArchiveRequest;
import software.amazon.awssdk.services.eventbridge.model.DeleteArchiveResponse;
import software.amazon.awssdk.services.eventbridge.model.DescribeArchiveRequest;
import software.amazon.awssdk.services.eventbridge.model.DescribeArchiveResponse;
import software.amazon.awssdk.services.eventbridge.model.ListArchivesRequest;
import software.amazon.awssdk.services.eventbridge.model.ListArchivesResponse;
import software.amazon.awssdk.services.eventbridge.model.UpdateArchiveRequest;
import software.amazon.awssdk.services.eventbridge.model.UpdateArchiveResponse;

/** The API actions on archives. */
final class ArchiveActions {
    private final Archives archives;
    private final AccountContext account;

    ArchiveActions(Archives archives, AccountContext account) {
        this.archives = archives;
        this.account = account;
    }

    void addTo(RpcService service) {
        service.operation("CreateArchive", CreateArchiveRequest::builder, this::create)
                .operation("DescribeArchive", DescribeArchiveRequest::builder, this::describe)
                .operation("ListArchives", ListArchivesRequest::builder, this::list)
                .operation("UpdateArchive", UpdateArchiveRequest::builder, this::update)
                .operation("DeleteArchive", DeleteArchiveRequest::builder, this::delete);
    }

    private CreateArchiveResponse create(Call call, CreateArchiveRequest request) {
        authorize(call, "events:CreateArchive", request.archiveName());
        Archive archive = archives.archive(request);
        return CreateArchiveResponse.builder()
                .archiveArn(archive.arn())
                .state(ArchiveState.ENABLED)
                .creationTime(archive.created())
                .build();
    }

    private DescribeArchiveResponse describe(Call call, DescribeArchiveRequest request) {
        Archive archive = archives.existing(authorize(call, "events:DescribeArchive", request.archiveName()));
        Archive.Settings settings = archive.settings();
        return DescribeArchiveResponse.builder()
                .archiveArn(archive.arn())
                .archiveName(archive.name())
                .eventSourceArn(archive.busArn())
                .description(settings.description().orElse(null))
                .eventPattern(settings.pattern().map(EventPattern::json).orElse(null))
                .state(ArchiveState.ENABLED)
                .retentionDays(settings.retentionDays())
                .sizeBytes(archive.bytes())
                .eventCount(archive.count())
                .creationTime(archive.created())
                .build();
    }

    private ListArchivesResponse list(Call call, ListArchivesRequest request) {
        call.authorize("events:ListArchives", account.arn("events", "archive/*"));
        String prefix = request.namePrefix() == null ? "" : request.namePrefix();
        List<software.amazon.awssdk.services.eventbridge.model.Archive> all = archives.all().stream()
                .filter(archive -> archive.name().startsWith(prefix))
                .filter(archive ->
                        request.eventSourceArn() == null || archive.busArn().equals(request.eventSourceArn()))
                .filter(archive -> request.state() == null || request.state() == ArchiveState.ENABLED)
                .map(ArchiveActions::summary)
                .toList();
        var page = Page.of(all, request.nextToken(), request.limit());
        return ListArchivesResponse.builder()
                .archives(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    private UpdateArchiveResponse update(Call call, UpdateArchiveRequest request) {
        String name = authorize(call, "events:UpdateArchive", request.archiveName());
        archives.update(request);
        Archive archive = archives.existing(name);
        return UpdateArchiveResponse.builder()
                .archiveArn(archive.arn())
                .state(ArchiveState.ENABLED)
                .creationTime(archive.created())
                .build();
    }

    private DeleteArchiveResponse delete(Call call, DeleteArchiveRequest request) {
        archives.delete(authorize(call, "events:DeleteArchive", request.archiveName()));
        return DeleteArchiveResponse.builder().build();
    }

    private static software.amazon.awssdk.services.eventbridge.model.Archive summary(Archive archive) {
        return software.amazon.awssdk.services.eventbridge.model.Archive.builder()
                .archiveName(archive.name())
                .eventSourceArn(archive.busArn())
                .state(ArchiveState.ENABLED)
                .retentionDays(archive.settings().retentionDays())
                .sizeBytes(archive.bytes())
                .eventCount(archive.count())
                .creationTime(archive.created())
                .build();
    }

    private String authorize(Call call, String action, @Nullable String name) {
        String required = Constraints.required(name, "archiveName");
        call.authorize(action, account.arn("events", "archive/" + required));
        return required;
    }
}
