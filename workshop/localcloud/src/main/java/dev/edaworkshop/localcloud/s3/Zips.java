package dev.edaworkshop.localcloud.s3;

import dev.edaworkshop.localcloud.wire.AwsException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Unpacks zips. */
public final class Zips {
    private Zips() {}

    /**
     * Unpacks into a folder, which is created.
     *
     * @throws AwsException if an entry would land outside the folder, or it is no zip
     */
    public static void unpack(InputStream zip, Path folder) {
        try (ZipInputStream entries = new ZipInputStream(zip)) {
            Files.createDirectories(folder);
            int count = 0;
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                count++;
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw notUsable("its entry %s leads out of it".formatted(entry.getName()));
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(entries, target);
                }
            }
            if (count == 0) {
                throw notUsable("it is empty, or no zip");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AwsException notUsable(String because) {
        return new AwsException(
                400, "InvalidParameterValueException", "Could not unzip uploaded file: " + because + ".");
    }
}
