package dev.edaworkshop.testkit.synth;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The child JVM's main class: runs a CDK app's {@code main} again and again, each time with fresh classes.
 *
 * <p>CDK itself and its Node process stay loaded between the runs, which is what makes the second one fast. Its class
 * path is the lab's own and this class, so it uses nothing but the JDK. Where the app writes to is for the environment
 * variable {@code CDK_OUTDIR} to say, as when the {@code cdk} command runs it.
 */
final class SynthWorker {
    /** The app's main returned. */
    static final int DONE = 0;
    /** The app's main threw; the text is its stack trace. */
    static final int THREW = 1;

    private SynthWorker() {}

    public static void main(String[] args) throws IOException {
        DataOutputStream answers = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
        DataInputStream requests = new DataInputStream(System.in);
        loadCdk();
        while (true) {
            String classes;
            String mainClass;
            try {
                classes = requests.readUTF();
                mainClass = requests.readUTF();
            } catch (EOFException e) {
                System.exit(0); // the parent is gone; CDK's Node process would keep this one alive
                return;
            }
            answer(answers, Path.of(classes), mainClass);
        }
    }

    /**
     * Starts CDK's Node process and has it load the library, while whoever started this process compiles the app: this
     * class has constants that it asks Node for. A failure shows again, and is reported, when an app needs CDK.
     */
    private static void loadCdk() {
        PrintStream before = System.out;
        System.setOut(System.err);
        try {
            Class.forName("software.amazon.awscdk.Aws");
        } catch (ClassNotFoundException | LinkageError e) {
            // Told to the first app that runs.
        } finally {
            System.setOut(before);
        }
    }

    private static void answer(DataOutputStream answers, Path classes, String mainClass) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(said, true, StandardCharsets.UTF_8);
        PrintStream before = System.out;
        System.setOut(print); // what the app prints must not mix with the answers
        int outcome;
        try {
            runMain(classes, mainClass);
            outcome = DONE;
        } catch (InvocationTargetException e) {
            Objects.requireNonNullElse(e.getCause(), e).printStackTrace(print);
            outcome = THREW;
        } catch (ReflectiveOperationException | LinkageError e) {
            e.printStackTrace(print);
            outcome = THREW;
        } finally {
            System.setOut(before);
        }
        byte[] text = said.toByteArray();
        answers.writeByte(outcome);
        answers.writeInt(text.length);
        answers.write(text);
        answers.flush();
    }

    private static void runMain(Path classes, String mainClass)
            throws ReflectiveOperationException, MalformedURLException, IOException {
        URL[] urls = {classes.toUri().toURL()};
        ClassLoader parent = SynthWorker.class.getClassLoader();
        try (URLClassLoader fresh = new URLClassLoader("lab", urls, parent)) {
            Thread.currentThread().setContextClassLoader(fresh);
            fresh.loadClass(mainClass).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } finally {
            Thread.currentThread().setContextClassLoader(parent);
            forgetAssets(parent);
        }
    }

    /**
     * CDK remembers the hash of a folder for as long as its process lives, because no app changes its code while it
     * runs. Here the folder is different each time; without this the second run would deploy the code of the first.
     */
    private static void forgetAssets(ClassLoader parent) throws ReflectiveOperationException {
        try {
            parent.loadClass("software.amazon.awscdk.AssetStaging")
                    .getMethod("clearAssetHashCache")
                    .invoke(null);
        } catch (ClassNotFoundException e) {
            // An app without CDK has no assets.
        }
    }
}
