package dev.edaworkshop.localcloud.lambda;

import java.util.List;
import java.util.Set;

/**
 * What a function is described with as it was given, and what has no effect here: functions run on this machine's
 * architecture and disk, there is no X-Ray, no network of their own, and nothing is restored from a snapshot.
 *
 * @param architecture {@code x86_64} or {@code arm64}
 * @param ephemeralStorageMegabytes 512 to 10,240
 * @param tracingMode {@code PassThrough} or {@code Active}
 * @param snapStart {@code None} or {@code PublishedVersions}
 */
public record RecordedConfiguration(
        String architecture,
        int ephemeralStorageMegabytes,
        String tracingMode,
        String snapStart,
        List<String> subnetIds,
        List<String> securityGroupIds) {
    /** What a function has unless it is told otherwise. */
    public static final RecordedConfiguration DEFAULT =
            new RecordedConfiguration("x86_64", 512, "PassThrough", "None", List.of(), List.of());

    public RecordedConfiguration {
        subnetIds = List.copyOf(subnetIds);
        securityGroupIds = List.copyOf(securityGroupIds);
        checkOneOf(Set.of("x86_64", "arm64"), architecture, "architectures");
        LambdaErrors.checkRange(ephemeralStorageMegabytes, "ephemeralStorage.size", 512, 10_240);
        checkOneOf(Set.of("PassThrough", "Active"), tracingMode, "tracingConfig.mode");
        checkOneOf(Set.of("None", "PublishedVersions"), snapStart, "snapStart.applyOn");
    }

    public RecordedConfiguration withArchitecture(String name) {
        return new RecordedConfiguration(
                name, ephemeralStorageMegabytes, tracingMode, snapStart, subnetIds, securityGroupIds);
    }

    public RecordedConfiguration withEphemeralStorage(int megabytes) {
        return new RecordedConfiguration(architecture, megabytes, tracingMode, snapStart, subnetIds, securityGroupIds);
    }

    public RecordedConfiguration withTracingMode(String mode) {
        return new RecordedConfiguration(
                architecture, ephemeralStorageMegabytes, mode, snapStart, subnetIds, securityGroupIds);
    }

    public RecordedConfiguration withSnapStart(String applyOn) {
        return new RecordedConfiguration(
                architecture, ephemeralStorageMegabytes, tracingMode, applyOn, subnetIds, securityGroupIds);
    }

    public RecordedConfiguration withNetwork(List<String> subnets, List<String> securityGroups) {
        return new RecordedConfiguration(
                architecture, ephemeralStorageMegabytes, tracingMode, snapStart, subnets, securityGroups);
    }

    private static void checkOneOf(Set<String> allowed, String value, String path) {
        if (!allowed.contains(value)) {
            throw LambdaErrors.validation(value, path, "Member must satisfy enum value set: " + allowed);
        }
    }
}
