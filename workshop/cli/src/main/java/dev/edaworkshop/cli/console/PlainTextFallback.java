package dev.edaworkshop.cli.console;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;

/** Replaces the few signs we use by plain letters, where the output's character set does not have them. */
final class PlainTextFallback extends FilterWriter {
    private final CharsetEncoder encoder;

    PlainTextFallback(Writer out, Charset charset) {
        super(out);
        this.encoder = charset.newEncoder();
    }

    @Override
    public void write(int character) throws IOException {
        char sign = (char) character;
        if (sign < 128 || Character.isSurrogate(sign) || encoder.canEncode(sign)) {
            out.write(sign);
        } else {
            out.write(plain(sign));
        }
    }

    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            write(characters[i]);
        }
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            write(text.charAt(i));
        }
    }

    private static String plain(char sign) {
        return switch (sign) {
            case '✓' -> "+";
            case '✗' -> "x";
            case '→' -> "->";
            case '…' -> "...";
            case '–', '—', '·', '•' -> "-";
            case '≥' -> ">=";
            case '≤' -> "<=";
            case '“', '”' -> "\"";
            case '‘', '’' -> "'";
            default -> "?";
        };
    }
}
