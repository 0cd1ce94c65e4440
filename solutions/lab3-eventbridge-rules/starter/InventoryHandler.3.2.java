        /*
         * TODO 3.2  Detail type: the function hears everything, and throws most of it away.
         *
         * When each rule looks at the kind of event, this handler needs no "switch" any more.
         */
        ShopEvent heard = ShopEvent.received(event);
        switch (heard.name()) {
            case "product_created" -> inventory.makeRoom(heard);
            case "product_deleted" -> new CleanUp(System.out::println).clearAway(heard);
            default -> {} // invoked for nothing
        }
