package dev.edaworkshop.lab5.checks;

import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.journal.Hop.Kind;
import dev.edaworkshop.testkit.DeployedLab;
import java.util.List;
import java.util.Set;

/** What the lab's functions asked of DynamoDB, from some moment on; what the check itself asks does not count. */
final class TableCalls {

    private static final Set<String> WRITES =
            Set.of("PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "TransactWriteItems");

    private final DeployedLab lab;
    private final int before;

    private TableCalls(DeployedLab lab) {
        this.lab = lab;
        this.before = lab.journal().size();
    }

    static TableCalls from(DeployedLab lab) {
        return new TableCalls(lab);
    }

    /** DynamoDB's names of the actions, in order. */
    List<String> actions() {
        return lab.journal().stream()
                .skip(before)
                .filter(hop -> hop.kind() == Kind.API_CALL)
                .filter(hop -> hop.to().contains(":dynamodb:"))
                .filter(hop -> hop.from().contains(":assumed-role/"))
                .map(Hop::reason)
                .toList();
    }

    List<String> writes() {
        return actions().stream().filter(WRITES::contains).toList();
    }
}
