        /*
         * TODO 3.7  Contract: refuse what breaks a promise, before anybody hears it.
         *
         * contracts.problems() says what is wrong with the data of an event, in words; an empty list is good news. If
         * there are problems, throw a ContractBrokenException instead of publishing.
         */
