package dev.edaworkshop.cli.keep;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What is to be at a path. */
public sealed interface Goal {

    /** Nothing. A folder that still holds something afterwards stays. */
    record Absent() implements Goal {}

    /** A folder, whatever it holds. */
    record Folder() implements Goal {}

    /** A symbolic link. */
    record Link(String target) implements Goal {}

    /** A file as it was saved, with the permissions it had. */
    record Saved(Path copy, String sha256, String mode) implements Goal {}

    /** A file with this content. */
    final class Written implements Goal {
        private final byte[] bytes;

        Written(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        Written(String text) {
            this(text.getBytes(StandardCharsets.UTF_8));
        }

        byte[] bytes() {
            return bytes.clone();
        }
    }
}
