package dev.edaworkshop.cli.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.cli.guide.GuidePage;
import dev.edaworkshop.localcloud.wire.HttpRequest;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.util.Optional;

/** Gives a page of the guide, {@code ?page=guide/lab1-pubsub.md}, as {@link GuidePage} describes it. */
final class GuideRoute implements PageRoute {
    @Override
    public void answer(HttpRequest request, ServerResponse response, Workplace workplace) throws IOException {
        String name = request.query().getOrDefault("page", "guide/README.md");
        Optional<ObjectNode> page = GuidePage.read(workplace.project().root(), name);
        if (page.isPresent()) {
            PageRoute.json(response, page.get());
        } else {
            response.status(Status.NOT_FOUND_404).send("The guide has no page “" + name + "”.");
        }
    }
}
