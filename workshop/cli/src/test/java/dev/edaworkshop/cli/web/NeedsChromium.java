package dev.edaworkshop.cli.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;

/** Runs where Chromium and its driver are installed, and is skipped elsewhere. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIf(
        value = "dev.edaworkshop.cli.web.Chromium#isInstalled",
        disabledReason = "There is no browser to try the page in. Debian: apt install chromium chromium-driver")
@interface NeedsChromium {}
