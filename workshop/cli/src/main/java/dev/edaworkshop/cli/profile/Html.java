package dev.edaworkshop.cli.profile;

/** Text in a page. */
final class Html {
    private Html() {}

    /** With what would be markup as text. */
    static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
