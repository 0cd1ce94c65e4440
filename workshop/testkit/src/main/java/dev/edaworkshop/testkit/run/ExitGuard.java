package dev.edaworkshop.testkit.run;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.stream.StreamSupport;

/** Lets classes that run in this process throw where they would end it. */
public final class ExitGuard {
    private static final ClassDesc RUNTIME = ClassDesc.of("java.lang.Runtime");
    private static final ClassDesc GUARD = ClassDesc.of(ExitGuard.class.getName());

    private ExitGuard() {}

    /** The same class, with {@code System.exit}, {@code Runtime.exit} and {@code Runtime.halt} refused. */
    static byte[] guarded(byte[] classFile) {
        ClassModel type = ClassFile.of().parse(classFile);
        boolean suspicious =
                StreamSupport.stream(type.constantPool().spliterator(), false).anyMatch(ExitGuard::namesExit);
        if (!suspicious) {
            return classFile;
        }
        CodeTransform refuse = (code, element) -> {
            if (!(element instanceof InvokeInstruction call) || !namesExit(call.method())) {
                code.with(element);
            } else if (call.owner().asInternalName().equals("java/lang/System")) {
                code.invokestatic(GUARD, "refuse", MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int));
            } else {
                code.invokestatic(
                        GUARD, "refuse", MethodTypeDesc.of(ConstantDescs.CD_void, RUNTIME, ConstantDescs.CD_int));
            }
        };
        return ClassFile.of().transformClass(type, ClassTransform.transformingMethodBodies(refuse));
    }

    /** In place of {@code System.exit}; called by name from classes that were guarded. */
    @SuppressWarnings("DoNotCallSuggester") // nobody calls it in source code
    public static void refuse(int status) {
        throw new AssertionError(
                "System.exit(%d) would end the whole program, which nobody else expects. Return, or throw an exception."
                        .formatted(status));
    }

    /** In place of {@code Runtime.exit} and {@code Runtime.halt}; called by name from classes that were guarded. */
    public static void refuse(Runtime runtime, int status) {
        refuse(status);
    }

    private static boolean namesExit(PoolEntry entry) {
        return entry instanceof MemberRefEntry member
                && switch (member.owner().asInternalName() + "." + member.name().stringValue()) {
                    case "java/lang/System.exit", "java/lang/Runtime.exit", "java/lang/Runtime.halt" -> true;
                    default -> false;
                };
    }
}
