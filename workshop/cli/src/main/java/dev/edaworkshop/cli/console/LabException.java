package dev.edaworkshop.cli.console;

/**
 * A failure that we expect to happen on an attendee's machine, in the attendee's words. A command ends with exit code 2
 * and prints it as one paragraph.
 */
public class LabException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String what;
    private final String where;
    private final String next;

    /**
     * @param what happened, as a sentence
     * @param where it happened: a file, a port, a version that was found; may have several lines
     * @param next what the attendee can do now, best a command to type
     */
    public LabException(String what, String where, String next) {
        super(String.join("\n", what, where, next));
        this.what = what;
        this.where = where;
        this.next = next;
    }

    public LabException(String what, String where, String next, Throwable cause) {
        super(String.join("\n", what, where, next), cause);
        this.what = what;
        this.where = where;
        this.next = next;
    }

    public String what() {
        return what;
    }

    public String where() {
        return where;
    }

    public String next() {
        return next;
    }
}
