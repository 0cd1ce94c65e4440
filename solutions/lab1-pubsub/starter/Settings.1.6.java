        /*
         * TODO 1.6  Who decides.
         *
         * The worker can be told the same thing in three places, and whoever wrote this method did not think about which
         * of them counts. It also takes a secret from wherever it finds one, and shows it to everybody.
         *
         * The command line beats the environment, the environment beats the file. A secret may come from the environment
         * only: if it stands in the file or on the command line, throw a SettingsException that says so, without the
         * secret. And shown() prints asterisks in its place.
         *
         * Check:  ./lab check 1.6
         * Read:   guide/lab1-pubsub.md#16-who-decides
         */
        return inFile.or(() -> onCommandLine).or(() -> inEnvironment).orElse(otherwise);
    }

    private String shown(Setting setting) {
        Value value = value(setting);
        return "%s = %s (%s)".formatted(setting.key(), value.text(), value.source());
    }
