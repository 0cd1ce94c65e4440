package dev.edaworkshop.lab5.checks;

import dev.edaworkshop.testkit.DeployedLab;
import dev.edaworkshop.testkit.Exercise;
import org.junit.jupiter.api.Test;

@Exercise("5.1")
class LeanHandlerCheck {

    @Test
    void bad_bodies(DeployedLab lab) {
        lab.output("ApiUrl");
    }
}
