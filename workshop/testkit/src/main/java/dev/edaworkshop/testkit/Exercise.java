package dev.edaworkshop.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a class as the check of an exercise; its test methods may take a {@link DeployedLab} or a {@link LearnerCloud}.
 *
 * {@snippet :
 * @Exercise("1.3")
 * class FanOutCheck {
 *     @Test
 *     void each_consumer_gets_every_event(DeployedLab lab) { … }
 * }
 * }
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("exercise")
@ExtendWith(LabExtension.class)
public @interface Exercise {
    /** The exercise's id, such as {@code 1.3}. */
    String value();

    /**
     * Whether the check is about what arrives where: a red then explains itself by what was filtered out on the way. For
     * any other check, that would only distract.
     */
    boolean aboutDeliveries() default true;
}
