package dev.edaworkshop.cli.keep;

import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** A disk that stops after some steps, as if the power had failed. It does not wait for the real one. */
final class FragileDisk extends Disk {

    /** An Error, so that nobody tidies up. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1;
    }

    private int stepsLeft;

    FragileDisk(int steps) {
        stepsLeft = steps;
    }

    static FragileDisk lasting() {
        return new FragileDisk(Integer.MAX_VALUE);
    }

    @Override
    void step() {
        if (stepsLeft-- <= 0) {
            throw new Crash();
        }
    }

    @Override
    void sync(Path folder) {
        step();
    }

    @Override
    void force(FileChannel channel) {}
}
