package dev.edaworkshop.cli.cloud;

import dev.edaworkshop.cli.console.LabException;
import dev.edaworkshop.localcloud.cloudformation.BrokenAssemblyException;
import dev.edaworkshop.localcloud.cloudformation.CloudFormationException;
import dev.edaworkshop.localcloud.cloudformation.StackFailedException;
import dev.edaworkshop.localcloud.cloudformation.UnsupportedTemplateException;
import dev.edaworkshop.localcloud.wire.AwsException;
import dev.edaworkshop.testkit.build.LabBuildException;
import dev.edaworkshop.testkit.synth.SynthException;
import java.util.function.Supplier;

/** What can be wrong with a lab on its way into the cloud, in the attendee's words. */
public final class Troubles {
    private Troubles() {}

    /**
     * Does something with a lab.
     *
     * @throws LabException if the lab does not compile, synthesize or deploy
     */
    public static <T> T explained(String labFolder, Supplier<T> work) {
        try {
            return work.get();
        } catch (LabBuildException e) {
            throw trouble("The lab does not build.", e, "Mend it in " + labFolder + ", then check again.");
        } catch (SynthException e) {
            throw trouble(
                    "The lab compiles, but makes no template.",
                    e,
                    "Mend the stack in " + labFolder + " (package infra), then check again.");
        } catch (UnsupportedTemplateException e) {
            throw new LabException(
                    "The stack needs something that the local cloud does not have. Nothing has been deployed.",
                    String.join("\n", e.problems()),
                    "Correct it or take it out, or deploy the lab to an AWS account. docs/local-cloud.md says what the"
                            + " local cloud has.",
                    e);
        } catch (StackFailedException e) {
            throw trouble(
                    "The stack did not come up.",
                    e,
                    "Mend the resource that is named above, in " + labFolder + ", then check again.");
        } catch (BrokenAssemblyException e) {
            throw trouble("What the lab synthesized cannot be deployed.", e, "Mend the stack in " + labFolder + ".");
        } catch (CloudFormationException | AwsException e) {
            throw trouble("The template of the stack is not valid.", e, "Mend the stack in " + labFolder + ".");
        }
    }

    private static LabException trouble(String what, RuntimeException e, String next) {
        String message = e.getMessage();
        return new LabException(what, message == null ? e.getClass().getSimpleName() : message, next, e);
    }
}
