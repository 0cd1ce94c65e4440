package dev.edaworkshop.benchmarks.micro;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a benchmark wants to know. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Question {
    /** One sentence, with a question mark. */
    String value();

    /** The method that does it as the lab does. */
    String ours();

    /** The method that does it as one would at first. */
    String naive();

    /** What the figures teach, or why the lab's way is not the faster one. */
    String answer();
}
