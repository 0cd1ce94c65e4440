package dev.edaworkshop.testkit.run;

import dev.edaworkshop.localcloud.cloudformation.CloudAssembly;
import dev.edaworkshop.testkit.build.LabCompiler;
import dev.edaworkshop.testkit.build.LabProject;
import dev.edaworkshop.testkit.synth.Synthesizer;
import java.nio.file.Path;

/** From a lab's sources to its cloud assembly, cold the first time and warm afterwards. */
public final class LabAssembler implements AutoCloseable {
    private final LabProject lab;
    private final LabCompiler compiler;
    private final Synthesizer synthesizer;

    private LabAssembler(LabProject lab) {
        this.lab = lab;
        compiler = new LabCompiler(lab);
        synthesizer = new Synthesizer(lab);
    }

    /**
     * Opens a lab, and starts what its synthesis needs.
     *
     * @throws dev.edaworkshop.testkit.build.LabBuildException if Maven has not resolved its libraries yet
     */
    public static LabAssembler open(Path labFolder) {
        LabAssembler assembler = new LabAssembler(LabProject.open(labFolder));
        assembler.synthesizer.start();
        return assembler;
    }

    public LabProject lab() {
        return lab;
    }

    /**
     * Compiles and synthesizes the lab as it is on disk now.
     *
     * @throws dev.edaworkshop.testkit.build.LabBuildException if it does not compile
     * @throws dev.edaworkshop.testkit.synth.SynthException if its CDK app does not synthesize
     */
    public CloudAssembly assemble() {
        return assemble(new PhaseClock());
    }

    /** As {@link #assemble()}, and tells the clock how long it took. */
    public CloudAssembly assemble(PhaseClock clock) {
        clock.measure(Phase.COMPILE, () -> {
            compiler.compile();
            return lab;
        });
        return clock.measure(Phase.SYNTH, () -> CloudAssembly.read(synthesizer.synthesize()));
    }

    @Override
    public void close() {
        synthesizer.close();
        compiler.close();
    }
}
