package dev.edaworkshop.cli.project;

import java.nio.file.Path;

/**
 * One lab of the workshop.
 *
 * @param folderName {@code lab1-pubsub}
 * @param starter the folder an attendee edits
 * @param solution the folder with the complete lab
 */
public record Lab(int number, String folderName, Path starter, Path solution) {}
