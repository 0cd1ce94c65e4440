package dev.edaworkshop.localcloud.lambda;

/**
 * What a function is doing at the moment.
 *
 * @param atWork invocations
 * @param warm execution environments that have started, at work or waiting
 * @param starting execution environments that are not ready yet: a cold start
 */
public record Activity(int atWork, int warm, int starting) {

    Activity plus(Activity other) {
        return new Activity(atWork + other.atWork, warm + other.warm, starting + other.starting);
    }
}
