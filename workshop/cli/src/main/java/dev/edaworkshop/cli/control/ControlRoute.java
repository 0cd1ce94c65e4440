package dev.edaworkshop.cli.control;

import dev.edaworkshop.localcloud.Account;
import dev.edaworkshop.localcloud.wire.HttpRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Answers requests to one path of the control endpoint. */
interface ControlRoute {
    void answer(HttpRequest request, ServerResponse response, Account account) throws IOException;

    /** By the path after the prefix, such as {@code /time}. */
    static Optional<ControlRoute> at(String path) {
        return Optional.ofNullable(Map.<String, ControlRoute>of("/time", new TimeRoute(), "/fault", new FaultRoute())
                .get(path));
    }
}
