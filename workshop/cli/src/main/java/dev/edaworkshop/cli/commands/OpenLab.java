package dev.edaworkshop.cli.commands;

import dev.edaworkshop.cli.cloud.ResidentLab;
import dev.edaworkshop.cli.control.ControlEndpoint;
import dev.edaworkshop.cli.project.Lab;
import dev.edaworkshop.cli.project.Project;
import dev.edaworkshop.cli.resident.ResidentProcess;
import dev.edaworkshop.localcloud.LocalCloud;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;

/** A lab in a local cloud that stays and that other commands find. */
final class OpenLab implements AutoCloseable {
    private final ResidentProcess process;
    private final LocalCloud cloud;
    private final ControlEndpoint control;
    private final ResidentLab lab;
    private final AtomicBoolean closed = new AtomicBoolean();

    private OpenLab(ResidentProcess process, LocalCloud cloud, ControlEndpoint control, ResidentLab lab) {
        this.process = process;
        this.cloud = cloud;
        this.control = control;
        this.lab = lab;
    }

    /**
     * Starts the cloud and opens the lab, without deploying it.
     *
     * @throws dev.edaworkshop.cli.console.LabException if another one runs, the port is taken, or the lab was never built
     */
    static OpenLab start(Project project, Lab wanted, int port) {
        ResidentProcess process = ResidentProcess.claim(project.stateFolder(), InstantSource.system());
        try {
            ControlEndpoint control = new ControlEndpoint(project.root());
            LocalCloud cloud = Ports.open(port, control);
            OpenLab open = new OpenLab(process, cloud, control, ResidentLab.open(wanted, cloud));
            // Ctrl-C ends the process through its shutdown hooks, not through anybody's finally.
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(open::close));
            process.announce(cloud.port(), wanted.folderName());
            return open;
        } catch (RuntimeException e) {
            process.close();
            throw e;
        }
    }

    ResidentLab lab() {
        return lab;
    }

    LocalCloud cloud() {
        return cloud;
    }

    /** From now on other commands are answered. */
    void serve() {
        control.serve(cloud.account(), lab);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            lab.close();
            cloud.close();
            process.close();
        }
    }
}
