package dev.edaworkshop.cli.console;

/** Colours, if wanted. Meaning never hangs on colour alone: every mark is a sign of its own. */
public record Style(boolean colours) {

    /** How something turned out; the sign stands at the beginning of a line. */
    public enum Mark {
        GOOD('✓', "32"),
        WARNING('!', "33"),
        BAD('✗', "31");

        private final char sign;
        private final String colour;

        Mark(char sign, String colour) {
            this.sign = sign;
            this.colour = colour;
        }
    }

    public String mark(Mark mark) {
        return paint(mark.colour, String.valueOf(mark.sign));
    }

    public String bold(String text) {
        return paint("1", text);
    }

    public String faint(String text) {
        return paint("2", text);
    }

    private String paint(String code, String text) {
        return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
