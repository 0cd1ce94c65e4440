package dev.edaworkshop.localcloud.cloudformation;

import java.nio.file.Path;
import java.util.List;

/**
 * What {@code cdk synth} leaves in {@code cdk.out}.
 *
 * @param stacks in an order in which they can be deployed
 * @see <a
 *     href="https://github.com/aws/aws-cdk-cli/tree/main/packages/@aws-cdk/cloud-assembly-schema">cloud-assembly-schema</a>
 */
public record CloudAssembly(List<StackRequest> stacks) {
    public CloudAssembly {
        stacks = List.copyOf(stacks);
    }

    /**
     * Reads a whole assembly, its assets excepted: those stay where they are.
     *
     * @throws BrokenAssemblyException if there is none, or something in it is missing, broken or unsupported
     */
    public static CloudAssembly read(Path cdkOut) {
        return new AssemblyReader(cdkOut).read();
    }
}
