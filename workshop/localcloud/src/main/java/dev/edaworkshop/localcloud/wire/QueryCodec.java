package dev.edaworkshop.localcloud.wire;

import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/**
 * The Query protocol: form parameters in, XML out, from and to any of AWS's model classes.
 *
 * <p>Lists arrive as {@code Names.member.1} or, flattened, {@code Name.1}; maps as {@code Attributes.entry.1.key} or
 * {@code Attribute.1.Name}. Both forms are understood everywhere, which AWS's own endpoints do as well.
 */
final class QueryCodec {
    private static final XMLOutputFactory XML = XMLOutputFactory.newFactory();

    private final String namespace;
    private final Names names;

    QueryCodec(String namespace, Names names) {
        this.namespace = namespace;
        this.names = names;
    }

    /**
     * What the wire calls the members, where that differs from the model.
     *
     * @param wire wire name by member name, for lists and maps that travel flattened under another name
     * @param flattened whether lists and maps are written without {@code member} and {@code entry}; a list of structures
     *     then travels under the name of its structure, whatever the member is called
     */
    record Names(Map<String, String> wire, boolean flattened) {
        static final Names AS_MODELLED = new Names(Map.of(), false);

        Names {
            wire = Map.copyOf(wire);
        }

        String of(SdkField<?> field) {
            String name = wire.get(field.locationName());
            if (name != null) {
                return name;
            }
            return flattened && Fields.isListOfStructures(field)
                    ? Fields.structureName(field.getTrait(ListTrait.class).memberFieldInfo())
                    : field.locationName();
        }

        /** The flattened form is SQS's, which says Name and Value (of a tag, Key and Value) where its present model says key and value. */
        String mapKey(String map, MapTrait trait) {
            return flattened ? map.equals("Tag") ? "Key" : "Name" : trait.keyLocationName();
        }

        String mapValue(MapTrait trait) {
            return flattened ? "Value" : trait.valueLocationName();
        }
    }

    void read(Map<String, String> parameters, SdkPojo builder) {
        read(QueryNode.parse(parameters), builder);
    }

    void read(QueryNode root, SdkPojo builder) {
        readStructure(root, builder);
    }

    String write(String action, SdkPojo response, String requestId) {
        return document(xml -> {
            xml.writeStartElement(action + "Response");
            xml.writeDefaultNamespace(namespace);
            // Clients in Python insist on a result, even an empty one; of the others none minds it.
            if (!response.sdkFields().isEmpty() || !names.flattened()) {
                xml.writeStartElement(action + "Result");
                structure(xml, response);
                xml.writeEndElement();
            }
            xml.writeStartElement("ResponseMetadata");
            element(xml, "RequestId", requestId);
            xml.writeEndElement();
            xml.writeEndElement();
        });
    }

    /** A structure as a document of its own, as REST-XML services answer. */
    String writeDocument(String root, SdkPojo structure, Predicate<SdkField<?>> included) {
        return document(xml -> {
            xml.writeStartElement(root);
            xml.writeDefaultNamespace(namespace);
            for (SdkField<?> field : structure.sdkFields()) {
                Optional<Object> value = included.test(field) ? Fields.value(field, structure) : Optional.empty();
                if (value.isPresent()) {
                    member(xml, field, names.of(field), value.get());
                }
            }
            xml.writeEndElement();
        });
    }

    String writeError(AwsException error, String requestId) {
        return document(xml -> {
            xml.writeStartElement("ErrorResponse");
            xml.writeDefaultNamespace(namespace);
            xml.writeStartElement("Error");
            element(xml, "Type", error.status() < 500 ? "Sender" : "Receiver");
            element(xml, "Code", error.queryCode());
            element(xml, "Message", error.queryMessage());
            xml.writeEndElement();
            element(xml, "RequestId", requestId);
            xml.writeEndElement();
        });
    }

    private void readStructure(QueryNode node, SdkPojo builder) {
        for (SdkField<?> field : builder.sdkFields()) {
            Optional<QueryNode> value = node.child(names.of(field)).or(() -> node.child(field.locationName()));
            if (value.isPresent()) {
                field.set(builder, value(field, value.get()));
            }
        }
    }

    private @Nullable Object value(SdkField<?> field, QueryNode node) {
        return switch (Fields.type(field)) {
            case SDK_POJO -> {
                SdkPojo builder = Fields.newStructure(field);
                readStructure(node, builder);
                yield Fields.build(builder);
            }
            case LIST -> {
                SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
                List<@Nullable Object> list = new ArrayList<>();
                node.elements("member").forEach(element -> list.add(value(member, element)));
                yield list;
            }
            case MAP -> {
                SdkField<?> valueField = field.getTrait(MapTrait.class).valueFieldInfo();
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                for (QueryNode entry : node.elements("entry")) {
                    String key = entry.anyChild("key", "Name", "Key")
                            .flatMap(QueryNode::text)
                            .orElseThrow(() -> Fields.malformed(field, "without a key"));
                    map.put(
                            key,
                            entry.anyChild("value", "Value")
                                    .map(v -> value(valueField, v))
                                    .orElse(null));
                }
                yield map;
            }
            default ->
                Fields.scalar(field, node.text().orElseThrow(() -> Fields.malformed(field, "with nested parameters")));
        };
    }

    private void structure(XMLStreamWriter xml, SdkPojo pojo) throws XMLStreamException {
        for (SdkField<?> field : pojo.sdkFields()) {
            Optional<Object> value = Fields.value(field, pojo);
            if (value.isPresent()) {
                member(xml, field, names.of(field), value.get());
            }
        }
    }

    private void member(XMLStreamWriter xml, SdkField<?> field, String name, Object value) throws XMLStreamException {
        switch (Fields.type(field)) {
            case SDK_POJO -> {
                xml.writeStartElement(name);
                structure(xml, (SdkPojo) value);
                xml.writeEndElement();
            }
            case LIST -> list(xml, field.getTrait(ListTrait.class), name, (List<?>) value);
            case MAP -> map(xml, field.getTrait(MapTrait.class), name, (Map<?, ?>) value);
            case INSTANT -> element(xml, name, ((Instant) value).toString());
            case SDK_BYTES ->
                element(xml, name, Base64.getEncoder().encodeToString(((SdkBytes) value).asByteArrayUnsafe()));
            default -> element(xml, name, value.toString());
        }
    }

    private void list(XMLStreamWriter xml, ListTrait trait, String name, List<?> list) throws XMLStreamException {
        boolean flattened = names.flattened() || trait.isFlattened();
        if (!flattened) {
            xml.writeStartElement(name);
        }
        String memberName = trait.memberLocationName() == null ? "member" : trait.memberLocationName();
        for (Object element : list) {
            member(xml, trait.memberFieldInfo(), flattened ? name : memberName, element);
        }
        if (!flattened) {
            xml.writeEndElement();
        }
    }

    private void map(XMLStreamWriter xml, MapTrait trait, String name, Map<?, ?> map) throws XMLStreamException {
        boolean flattened = names.flattened() || trait.isFlattened();
        if (!flattened) {
            xml.writeStartElement(name);
        }
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            xml.writeStartElement(flattened ? name : "entry");
            element(xml, names.mapKey(name, trait), String.valueOf(entry.getKey()));
            member(xml, trait.valueFieldInfo(), names.mapValue(trait), entry.getValue());
            xml.writeEndElement();
        }
        if (!flattened) {
            xml.writeEndElement();
        }
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        // XML readers turn a plain carriage return into a line feed; a message must arrive as it was sent.
        String[] lines = text.split("\r", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                xml.writeEntityRef("#13");
            }
            xml.writeCharacters(lines[i]);
        }
        xml.writeEndElement();
    }

    private static String document(XmlBody body) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XML.createXMLStreamWriter(text);
            body.writeTo(xml);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML can be written to memory", e);
        }
        return text.toString();
    }

    @FunctionalInterface
    private interface XmlBody {
        void writeTo(XMLStreamWriter xml) throws XMLStreamException;
    }
}
