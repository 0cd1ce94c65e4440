package dev.edaworkshop.localcloud.http;

/** What is on the port besides AWS's own APIs: deployed APIs, the keys of token issuers. */
public interface Website {
    /** Nothing at all. */
    Website NONE = new Website() {
        @Override
        public boolean serves(String path, String host) {
            return false;
        }

        @Override
        public WebResponse answer(WebRequest request) {
            throw new IllegalStateException("There is no website for " + request.path());
        }
    };

    /**
     * Whether a request is for this site.
     *
     * @param path still percent-encoded
     * @param host the header {@code Host}; empty if there is none
     */
    boolean serves(String path, String host);

    WebResponse answer(WebRequest request);
}
