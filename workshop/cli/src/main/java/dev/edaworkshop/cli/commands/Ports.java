package dev.edaworkshop.cli.commands;

import dev.edaworkshop.cli.resident.HttpPortOwner;
import dev.edaworkshop.cli.resident.PortTakenException;
import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.http.HttpServer;
import dev.edaworkshop.localcloud.http.PortInUseException;
import dev.edaworkshop.localcloud.lambda.LambdaSettings;

/** Opens the port of a local cloud, or says who has it. */
final class Ports {
    private Ports() {}

    /** @throws PortTakenException if somebody else listens there */
    static LocalCloud open(int port, HttpServer.StreamHandler extension) {
        try {
            return LocalCloud.start(port, LambdaSettings.defaults().withSpares(), extension);
        } catch (PortInUseException e) {
            throw new PortTakenException(port, new HttpPortOwner().of(port));
        }
    }
}
