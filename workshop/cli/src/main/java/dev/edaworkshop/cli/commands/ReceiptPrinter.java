package dev.edaworkshop.cli.commands;

import dev.edaworkshop.cli.console.Console;
import dev.edaworkshop.cli.console.Style.Mark;
import dev.edaworkshop.cli.playground.Receipt;
import dev.edaworkshop.cli.playground.ShopEvent;

/**
 * Prints what became of events that were sent: each one of a few, refusals and progress of many. Its monitor guards it,
 * because Ctrl-C asks for the summary from another thread.
 */
final class ReceiptPrinter {
    private static final int FEW = 20;
    private static final int MOST_REFUSALS = 5;
    private static final int BAR = 30;

    private final Console console;
    private final boolean bar;
    private final int expected;
    private final String target;
    private int accepted;
    private int refused;
    private int tenths;
    private String lastId = "";

    /** @param bar whether a line can be drawn again, on a terminal */
    ReceiptPrinter(Console console, boolean bar, int expected, String target) {
        this.console = console;
        this.bar = bar;
        this.expected = expected;
        this.target = target;
    }

    synchronized void print(ShopEvent event, Receipt receipt) {
        String what = event.label().isEmpty() ? event.name() : event.name() + " " + event.label();
        switch (receipt) {
            case Receipt.Accepted took -> {
                accepted++;
                lastId = took.eventId();
                if (expected <= FEW) {
                    console.marked(Mark.GOOD, "%s → %s  %s".formatted(what, target, took.eventId()));
                }
            }
            case Receipt.Refused not -> {
                refused++;
                if (refused <= MOST_REFUSALS) {
                    console.marked(Mark.BAD, "%s → %s refused it: %s".formatted(what, target, not.reason()));
                }
            }
        }
        if (expected > FEW) {
            progress();
        }
    }

    synchronized int refused() {
        return refused;
    }

    synchronized void summary() {
        int sent = accepted + refused;
        console.line((sent < expected ? "Stopped. " : "")
                + "%d of %d sent to %s: %d accepted, %d refused.".formatted(sent, expected, target, accepted, refused));
        if (accepted > 0) {
            console.advice("What became of the last one: ./lab why " + lastId);
        }
    }

    private void progress() {
        int sent = accepted + refused;
        if (bar) {
            int full = (int) ((long) BAR * sent / expected);
            console.redraw(
                    "[%s%s] %d/%d".formatted("#".repeat(full), "-".repeat(BAR - full), sent, expected),
                    sent == expected);
        } else if (10L * sent / expected > tenths) {
            tenths = (int) (10L * sent / expected);
            console.line("%d of %d".formatted(sent, expected));
        }
    }
}
