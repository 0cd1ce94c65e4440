package dev.edaworkshop.cli.keep;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** The process that {@link KilledProcessTest} kills: gives commands until it is dead, on the real disk. */
final class KilledWorker {
    static final String NOW = "now";

    private KilledWorker() {}

    /**
     * Works.
     *
     * @param args the workshop's folder, a number for the random commands, and how many steps of the disk to take; the
     *     next one in the middle of a change is never taken, only announced. A negative number never stops
     */
    public static void main(String[] args) throws Exception {
        SmallWorkshop workshop = SmallWorkshop.existing(Path.of(args[0]));
        Commands commands = new Commands(workshop, new Random(Long.parseLong(args[1])));
        Keeper keeper = workshop.keeper(
                new Halting(workshop.root.resolve(".lab/backups/under-way"), Integer.parseInt(args[2])));
        while (true) {
            Commands.Named command = commands.any();
            System.out.println(command.name()); // tells that it begins
            command.command().run(keeper);
        }
    }

    private static final class Halting extends Disk {
        private final Path underWay;
        private final boolean halts;
        private int stepsLeft;

        Halting(Path underWay, int steps) {
            this.underWay = underWay;
            halts = steps >= 0;
            stepsLeft = steps;
        }

        @Override
        void step() {
            if (halts && stepsLeft-- <= 0 && Files.exists(underWay)) {
                System.out.println(NOW);
                while (true) {
                    LockSupport.park();
                }
            }
        }
    }
}
