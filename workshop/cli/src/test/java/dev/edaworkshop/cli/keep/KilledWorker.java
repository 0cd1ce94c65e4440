package dev.edaworkshop.cli.keep;

import java.nio.file.Path;
import java.util.Random;

/** The process that {@link KilledProcessTest} kills: gives commands until it is dead, on the real disk. */
final class KilledWorker {
    private KilledWorker() {}

    /** @param args the workshop's folder, a number for the random commands */
    public static void main(String[] args) throws Exception {
        SmallWorkshop workshop = SmallWorkshop.existing(Path.of(args[0]));
        Random random = new Random(Long.parseLong(args[1]));
        Commands commands = new Commands(workshop, random);
        Keeper keeper = workshop.keeper(new Disk());
        while (true) {
            Commands.Named command = commands.any();
            System.out.println(command.name()); // tells that it begins
            command.command().run(keeper);
        }
    }
}
