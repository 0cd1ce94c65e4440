package dev.edaworkshop.testkit.build;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.ConstantValueAttribute;
import java.lang.classfile.attribute.SignatureAttribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What other sources can see of a class: as long as it stays the same, they need not be compiled again. */
final class ClassShape {
    private ClassShape() {}

    static List<String> of(byte[] classFile) {
        ClassModel type = ClassFile.of().parse(classFile);
        List<String> shape = new ArrayList<>();
        shape.add(
                "%x %s %s".formatted(type.flags().flagsMask(), type.thisClass().asInternalName(), type.superclass()));
        type.interfaces().forEach(parent -> shape.add("implements " + parent.asInternalName()));
        signature(type.findAttribute(Attributes.signature())).ifPresent(shape::add);
        type.findAttribute(Attributes.permittedSubclasses())
                .ifPresent(permitted -> permitted.permittedSubclasses().forEach(sub -> shape.add("permits " + sub)));
        type.findAttribute(Attributes.record()).ifPresent(record -> record.components()
                .forEach(component -> shape.add("component " + component.name() + component.descriptor())));
        type.fields().stream()
                .filter(field -> !isPrivate(field.flags().flagsMask()))
                .forEach(field -> shape.add(field(field)));
        type.methods().stream()
                .filter(method -> !isPrivate(method.flags().flagsMask()))
                .forEach(method -> shape.add(method(method)));
        return shape;
    }

    /** Constants are compiled into the classes that use them. */
    private static String field(FieldModel field) {
        return "%x %s %s %s %s"
                .formatted(
                        field.flags().flagsMask(),
                        field.fieldType().stringValue(),
                        field.fieldName().stringValue(),
                        signature(field.findAttribute(Attributes.signature())),
                        field.findAttribute(Attributes.constantValue())
                                .map(ConstantValueAttribute::constant)
                                .map(constant -> constant.constantValue().toString()));
    }

    private static String method(MethodModel method) {
        return "%x %s%s %s %s"
                .formatted(
                        method.flags().flagsMask(),
                        method.methodName().stringValue(),
                        method.methodType().stringValue(),
                        signature(method.findAttribute(Attributes.signature())),
                        method.findAttribute(Attributes.exceptions()).map(thrown -> thrown.exceptions().stream()
                                .map(exception -> exception.asInternalName())
                                .toList()));
    }

    private static Optional<String> signature(Optional<SignatureAttribute> attribute) {
        return attribute.map(signature -> signature.signature().stringValue());
    }

    private static boolean isPrivate(int flags) {
        return (flags & ClassFile.ACC_PRIVATE) != 0;
    }
}
