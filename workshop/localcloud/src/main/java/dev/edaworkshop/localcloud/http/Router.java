package dev.edaworkshop.localcloud.http;

import dev.edaworkshop.localcloud.http.Credentials.Identity;
import dev.edaworkshop.localcloud.wire.AwsException;
import dev.edaworkshop.localcloud.wire.HttpRequest;
import dev.edaworkshop.localcloud.wire.HttpResponse;
import dev.edaworkshop.localcloud.wire.JsonError;
import dev.edaworkshop.localcloud.wire.ServiceEndpoint;
import java.io.StringWriter;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Finds the account and the service of a request by its signature's credential scope.
 *
 * @param <A> an account
 */
public final class Router<A> {
    private final String region;
    private final Set<String> services;
    private final Credentials<A> credentials;
    private final Supplier<Identity<A>> administrator;
    private final BiFunction<A, String, ServiceEndpoint> endpoints;

    /**
     * @param services the signing names that are supported
     * @param administrator whose requests those with unknown credentials are
     * @param endpoints gives an account's endpoint for a supported signing name
     */
    public Router(
            String region,
            Set<String> services,
            Credentials<A> credentials,
            Supplier<Identity<A>> administrator,
            BiFunction<A, String, ServiceEndpoint> endpoints) {
        this.region = region;
        this.services = Set.copyOf(services);
        this.credentials = credentials;
        this.administrator = administrator;
        this.endpoints = endpoints;
    }

    public HttpResponse handle(HttpRequest request) {
        Optional<CredentialScope> scope = CredentialScope.of(request);
        if (scope.isEmpty()) {
            return refuse(request, 403, "MissingAuthenticationToken", "Request is missing Authentication Token");
        }
        String service = scope.get().service();
        if (!services.contains(service)) {
            return refuse(
                    request,
                    400,
                    "UnsupportedService",
                    "The local cloud does not support the service '%s'. It supports: %s."
                            .formatted(service, String.join(", ", new TreeSet<>(services))));
        }
        if (!scope.get().region().equals(region)) {
            return refuse(
                    request,
                    400,
                    "UnsupportedRegion",
                    "This local cloud is region %s, the request is signed for %s. Set AWS_REGION=%s in the client."
                            .formatted(region, scope.get().region(), region));
        }
        Identity<A> identity = credentials.identity(scope.get().accessKey()).orElseGet(administrator);
        try {
            return endpoints.apply(identity.account(), service).handle(identity.principal(), request);
        } catch (AwsException e) {
            return refuse(request, e.status(), e.code(), e.message()); // before the service knew which protocol it is
        } catch (RuntimeException | StackOverflowError e) {
            return refuse(request, 500, "InternalFailure", Bug.report(service, e));
        }
    }

    /** Before a service is found there is no protocol either: JSON clients are recognised by their headers. */
    private static HttpResponse refuse(HttpRequest request, int status, String code, String message) {
        boolean json = request.header("X-Amz-Target").isPresent()
                || request.header("Content-Type")
                        .filter(type -> type.contains("json"))
                        .isPresent()
                || request.path().startsWith("/20");
        return json
                ? JsonError.response("application/x-amz-json-1.1", status, code, message)
                        .withHeader("x-amzn-ErrorType", code)
                : HttpResponse.of(status, "text/xml", xml(code, message));
    }

    static String xml(String code, String message) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartElement("ErrorResponse");
            xml.writeStartElement("Error");
            for (String[] element : new String[][] {
                {"Type", code.equals("InternalFailure") ? "Receiver" : "Sender"}, {"Code", code}, {"Message", message}
            }) {
                xml.writeStartElement(element[0]);
                xml.writeCharacters(element[1]);
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.writeEndElement();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML can be written to memory", e);
        }
        return text.toString();
    }
}
