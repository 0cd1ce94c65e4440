package dev.edaworkshop.cli.control;

import dev.edaworkshop.cli.events.Names;
import dev.edaworkshop.localcloud.Account;
import dev.edaworkshop.localcloud.lambda.Function;
import java.util.List;
import java.util.Locale;

/** Finds the functions that an attendee may mean. */
final class FunctionNames {
    private FunctionNames() {}

    /** By its name, or by a part of it that no other has. "Inventory" is InventoryFunction, whoever else has it in the name. */
    static List<Function> matching(String asked, Account account) {
        List<Function> all = account.functions().all();
        String part = asked.toLowerCase(Locale.ROOT);
        List<Function> exact = all.stream()
                .filter(function -> function.name().equals(asked)
                        || Names.plain(function.name())
                                .toLowerCase(Locale.ROOT)
                                .replaceFirst("function$", "")
                                .equals(part))
                .toList();
        return exact.isEmpty()
                ? all.stream()
                        .filter(function -> Names.plain(function.name())
                                .toLowerCase(Locale.ROOT)
                                .contains(part))
                        .toList()
                : exact;
    }

    static List<String> all(Account account) {
        return account.functions().all().stream()
                .map(function -> Names.plain(function.name()))
                .sorted()
                .toList();
    }
}
