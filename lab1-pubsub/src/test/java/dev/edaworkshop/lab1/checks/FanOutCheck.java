package dev.edaworkshop.lab1.checks;

class FanOutCheck {}
