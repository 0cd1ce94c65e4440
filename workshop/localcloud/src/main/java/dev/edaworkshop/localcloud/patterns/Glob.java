package dev.edaworkshop.localcloud.patterns;

/** Matches text against a {@code wildcard}: {@code *} is any run of characters, a backslash takes the next literally. */
final class Glob {
    private Glob() {}

    static boolean matches(String glob, String text) {
        int at = 0;
        int in = 0;
        int star = -1;
        int starAt = 0;
        while (at < text.length()) {
            boolean escaped = in + 1 < glob.length() && glob.charAt(in) == '\\';
            if (in < glob.length() && glob.charAt(in) == '*') {
                star = in++;
                starAt = at;
            } else if (in < glob.length() && glob.charAt(escaped ? in + 1 : in) == text.charAt(at)) {
                in += escaped ? 2 : 1;
                at++;
            } else if (star >= 0) {
                in = star + 1; // the star takes one more
                at = ++starAt;
            } else {
                return false;
            }
        }
        while (in < glob.length() && glob.charAt(in) == '*') {
            in++;
        }
        return in == glob.length();
    }
}
