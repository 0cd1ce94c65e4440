package dev.edaworkshop.lab5.checks.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.edaworkshop.lab5.product.Catalogue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may know whom. */
class DomainTest {

    private static final String LAB = "dev.edaworkshop.lab5";

    private static JavaClasses lab;

    @BeforeAll
    static void read() {
        lab = new ClassFileImporter()
                .importUrl(Catalogue.class.getProtectionDomain().getCodeSource().getLocation());
    }

    @Test
    void the_domain_knows_java_and_itself_and_nothing_else() {
        classes()
                .that()
                .resideInAPackage(LAB + ".product")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        LAB + ".product", "java.lang..", "java.util..", "java.time..", "java.math..", "org.jspecify..")
                .check(lab);
    }

    @Test
    void requests_and_answers_do_not_know_where_products_are_kept() {
        noClasses()
                .that()
                .resideInAPackage(LAB + ".api")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("software.amazon.awssdk..", "java.sql..", "org.h2..")
                .check(lab);
    }

    @Test
    void adapters_do_not_know_who_asks() {
        noClasses()
                .that()
                .resideInAPackage(LAB + ".storage")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(LAB + ".api", "com.amazonaws..", "com.fasterxml..")
                .check(lab);
    }
}
