package dev.edaworkshop.cli.keep;

import dev.edaworkshop.cli.console.LabException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Nothing outside of the labs' folders is ever touched, and links are the way in which that could happen. */
final class Inside {
    private static final Pattern LAB = Pattern.compile("lab[1-9]\\d?-[a-z0-9-]+");

    private Inside() {}

    /** Whether a path is one below a lab's folder, without any detour. */
    static boolean isPlain(String path) {
        String[] names = path.split("/", -1);
        for (String name : names) {
            if (name.isEmpty()
                    || name.equals(".")
                    || name.equals("..")
                    || (File.separatorChar == '\\' && name.contains("\\"))) {
                return false;
            }
        }
        return names.length > 1 && LAB.matcher(names[0]).matches();
    }

    /**
     * Makes sure that writing to a path changes that path.
     *
     * @throws LabException if it is not below a lab, or a link on the way, or at its end, leads out
     */
    static void require(Path root, String path) throws IOException {
        if (!isPlain(path)) {
            throw new LabException(
                    "A file outside of the labs would have been changed.", path, "Report this: it is our mistake.");
        }
        String[] names = path.split("/", -1);
        Path lab = root.resolve(names[0]);
        Path place = root;
        for (int i = 0; i < names.length; i++) {
            place = place.resolve(names[i]);
            boolean last = i == names.length - 1;
            if (Files.isSymbolicLink(place) && (!last || leadsOut(place, lab))) {
                throw new LabException(
                        last || leadsOut(place, lab)
                                ? "A link leads out of the lab, and what lies there is not for us to change."
                                : "A folder of the lab is a link, so its files would be changed in another place.",
                        place + " → " + Files.readSymbolicLink(place),
                        "Remove the link (what it leads to stays as it is), then run the same command again.");
            }
        }
    }

    private static boolean leadsOut(Path link, Path lab) throws IOException {
        try {
            return Files.isSymbolicLink(lab) || !link.toRealPath().startsWith(lab.toRealPath());
        } catch (IOException dangling) {
            Path target = link.resolveSibling(Files.readSymbolicLink(link)).normalize();
            return !target.startsWith(lab);
        }
    }
}
