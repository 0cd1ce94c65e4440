
    private static void sendEmail(String to, String body) {
        var mail = new dev.edaworkshop.lab4.receipts.Mail(
                java.util.UUID.randomUUID().toString(), to, "Harbour Goods", body, "unknown");
        dev.edaworkshop.lab4.receipts.OutboxMailbox.fromEnvironment().send(mail);
    }
