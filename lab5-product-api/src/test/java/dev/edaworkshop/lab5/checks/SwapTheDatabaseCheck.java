package dev.edaworkshop.lab5.checks;

import dev.edaworkshop.testkit.DeployedLab;
import dev.edaworkshop.testkit.Exercise;
import org.junit.jupiter.api.Test;

@Exercise("5.2")
class SwapTheDatabaseCheck {

    @Test
    void bad_bodies(DeployedLab lab) {
        lab.output("ApiUrl");
    }
}
