package dev.edaworkshop.lab4.receipts;

/** Where e-mails are posted. How they get to the customer is somebody else's business. */
public interface Mailbox {

    void send(Mail mail);
}
