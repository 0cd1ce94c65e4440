package dev.edaworkshop.cli.keep;

import java.util.Optional;

/**
 * What an undo did.
 *
 * @param target the step that was taken back, or whose files were put back
 * @param taken the step that did so, and can be taken back as well
 * @param next what the next undo takes back; empty if that was the last one
 */
public record Undone(Step target, Taken taken, Optional<Step> next) {}
