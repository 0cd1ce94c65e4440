package dev.edaworkshop.localcloud.cloudformation.api;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.cloudformation.ResourceChange;
import dev.edaworkshop.localcloud.cloudformation.StackRequest;
import dev.edaworkshop.localcloud.cloudformation.Stacks;
import dev.edaworkshop.localcloud.wire.AwsException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Change sets that wait to be executed, and those that failed.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-changesets.html">Change
 *     sets</a>
 */
final class ChangeSets {
    private final Stacks stacks;
    private final AccountContext account;
    private final Map<String, ChangeSet> byId = new ConcurrentHashMap<>();

    ChangeSets(Stacks stacks, AccountContext account) {
        this.stacks = stacks;
        this.account = account;
    }

    /**
     * A change set.
     *
     * @param capabilities as the request has them
     * @param creates whether the stack is yet to be created
     * @param failure why it cannot be executed; empty if it can
     */
    record ChangeSet(
            String name,
            String id,
            String description,
            Instant created,
            StackRequest request,
            List<String> capabilities,
            boolean creates,
            List<ResourceChange> changes,
            Optional<String> failure) {
        String stackName() {
            return request.stackName();
        }
    }

    String newId(String name) {
        return account.arn("cloudformation", "changeSet/" + name + "/" + UUID.randomUUID());
    }

    Instant now() {
        return account.clock().instant();
    }

    void add(ChangeSet changeSet) {
        if (of(changeSet.stackName()).anyMatch(other -> other.name().equals(changeSet.name()))) {
            throw new AwsException(400, "AlreadyExistsException", "ChangeSet " + changeSet.name() + " already exists");
        }
        byId.put(changeSet.id(), changeSet);
    }

    /** By its ARN, or by its name and the stack's. */
    Optional<ChangeSet> find(String nameOrId, String stackName) {
        return Optional.ofNullable(byId.get(nameOrId)).or(() -> of(stackName)
                .filter(changeSet -> changeSet.name().equals(nameOrId))
                .findFirst());
    }

    ChangeSet require(String nameOrId, String stackName) {
        return find(nameOrId, stackName)
                .orElseThrow(() ->
                        new AwsException(404, "ChangeSetNotFound", "ChangeSet [" + nameOrId + "] does not exist"));
    }

    Stream<ChangeSet> of(String stackName) {
        return byId.values().stream().filter(changeSet -> changeSet.stackName().equals(stackName));
    }

    void remove(ChangeSet changeSet) {
        byId.remove(changeSet.id());
    }

    void removeAllOf(String stackName) {
        byId.values().removeIf(changeSet -> changeSet.stackName().equals(stackName));
    }

    /** Stacks that exist only as change sets: {@code REVIEW_IN_PROGRESS}. */
    Optional<ChangeSet> inReview(String stackName) {
        return stacks.stack(stackName).isPresent()
                ? Optional.empty()
                : of(stackName).filter(ChangeSet::creates).findFirst();
    }

    /** The names of all stacks in review. */
    List<String> inReview() {
        return byId.values().stream()
                .filter(ChangeSet::creates)
                .map(ChangeSet::stackName)
                .filter(name -> stacks.stack(name).isEmpty())
                .distinct()
                .sorted()
                .toList();
    }
}
