package dev.edaworkshop.localcloud.lambda;

import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.lambda.handlers.Inspector;

/** A program with a local cloud and a function at work, which prints the function's process and waits to be killed. */
final class AbandonedCloud {
    private AbandonedCloud() {}

    public static void main(String[] arguments) throws Exception {
        LocalCloud cloud = TestFunctions.startCloud();
        Function function = cloud.account()
                .functions()
                .create(TestFunctions.aFunction(cloud.account(), Inspector.class)
                        .build());
        function.invoke("{}");
        ProcessHandle.current().children().forEach(process -> System.out.println(process.pid()));
        System.in.read();
    }
}
