package dev.edaworkshop.localcloud.lambda.bootstrap;

/** The function failed; the local cloud is told how, and the process goes on unless the cause forbids it. */
final class FunctionFault extends Exception {
    private static final long serialVersionUID = 1;

    private final transient ErrorReport report;

    FunctionFault(ErrorReport report) {
        super(report.errorMessage());
        this.report = report;
    }

    FunctionFault(Throwable cause) {
        super(cause);
        report = ErrorReport.of(cause);
    }

    ErrorReport report() {
        return report;
    }
}
