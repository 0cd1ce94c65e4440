package dev.edaworkshop.localcloud.wire;

import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/** XML bodies of REST-XML services. */
final class XmlText {
    private static final XMLInputFactory INPUT = input();

    private XmlText() {}

    private static XMLInputFactory input() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** What is below the root of a document. */
    static QueryNode parse(String xml) {
        Deque<Element> open = new ArrayDeque<>();
        open.push(new Element(""));
        try {
            XMLStreamReader reader = INPUT.createXMLStreamReader(new StringReader(xml));
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamReader.START_ELEMENT -> open.push(new Element(reader.getLocalName()));
                    case XMLStreamReader.CHARACTERS -> open.element().text.append(reader.getText());
                    case XMLStreamReader.END_ELEMENT -> {
                        Element ended = open.pop();
                        open.element().add(ended);
                    }
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            throw new AwsException(
                    400,
                    "MalformedXML",
                    "The XML you provided was not well-formed or did not validate against our published schema");
        }
        return open.element().root();
    }

    /** An element that is being read. */
    private static final class Element {
        private final String name;
        private final StringBuilder text = new StringBuilder();
        private final QueryNode inside = new QueryNode();
        private boolean hasElements;
        private QueryNode last = inside;

        Element(String name) {
            this.name = name;
        }

        void add(Element child) {
            hasElements = true;
            last = child.hasElements ? child.inside : QueryNode.leaf(child.text.toString());
            inside.addElement(child.name, last);
        }

        QueryNode root() {
            return last;
        }
    }

    static String error(AwsException error, String requestId) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartElement("Error");
            for (String[] element :
                    new String[][] {{"Code", error.code()}, {"Message", error.message()}, {"RequestId", requestId}}) {
                xml.writeStartElement(element[0]);
                xml.writeCharacters(element[1]);
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML can be written to memory", e);
        }
        return text.toString();
    }

    static String header(Object value) {
        return value instanceof Instant instant
                ? DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC))
                : value.toString();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
