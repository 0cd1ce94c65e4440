package dev.edaworkshop.localcloud.lambda;

import dev.edaworkshop.localcloud.AccountContext;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * What decides how a function's process is started, before it hears which classes it runs and for whom.
 *
 * <p>The same stack has the same blueprints in every account of a local cloud, before and after an edit of a handler.
 *
 * @param libraries the function's own
 */
record Blueprint(FunctionConfiguration function, List<Path> libraries, URI endpoint, String region) {
    Blueprint {
        libraries = List.copyOf(libraries);
    }

    static Blueprint of(FunctionConfiguration function, Code code, AccountContext account) {
        return new Blueprint(function, code.libraries(), account.endpoint(), account.region());
    }
}
